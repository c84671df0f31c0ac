package lab.jupyter;

import java.util.Optional;
import jdk.jshell.JShell;

/** The notebook of a running kernel. */
record KernelNotebook(Kernels kernel) implements Notebook {

    @Override
    public Live live() {
        try {
            var replies = kernel.replies();
            return replies == null
                    ? new PlainNotebook().live()
                    : new Throttle(new Display(kernel, replies));
        } catch (ReflectiveOperationException unknownKernel) {
            return new PlainNotebook().live();
        }
    }

    @Override
    public void shown(Object result) {
        Shown.note(result, cell());
    }

    @Override
    public boolean hasShown(Object result) {
        return Shown.isShown(result, cell());
    }

    /** Identifies the running cell; null between cells. */
    Object cell() {
        try {
            return kernel.replies();
        } catch (ReflectiveOperationException unknownKernel) {
            return null;
        }
    }

    @Override
    public void stop(ThreadGroup threads) {
        if (kernel.kernel() instanceof Stopping own) {
            own.stop(threads);
        } else {
            threads.interrupt();
        }
    }

    @Override
    public Optional<JShell> shell() {
        try {
            return Optional.of(kernel.shell());
        } catch (ReflectiveOperationException unknownKernel) {
            return Optional.empty();
        }
    }
}
