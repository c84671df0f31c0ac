package lab.jupyter;

import java.util.Optional;
import jdk.jshell.JShell;

/** What the lab uses of the kernel it runs in: JJava, classic IJava, or none. */
public interface Notebook {

    /**
     * The notebook that runs this code; without a kernel, one that prints to {@code System.out}.
     */
    static Notebook current() {
        return Kernels.running().<Notebook>map(KernelNotebook::new).orElseGet(PlainNotebook::new);
    }

    /** Opens an output of the running cell that is updated in place. */
    Live live();

    /** Notes that a live output of the running cell has ended with the figure of this result. */
    void shown(Object result);

    /** Whether the running cell has already shown this result. */
    boolean hasShown(Object result);

    /**
     * Ends these threads, which a cell has started: at their next check, or else by an interrupt.
     */
    void stop(ThreadGroup threads);

    /** The shell that evaluates the cells, if there is a kernel. */
    Optional<JShell> shell();
}
