package lab.jupyter;

import java.lang.reflect.Field;
import java.util.Optional;
import jdk.jshell.JShell;

/**
 * Finds the kernel whose cells call the lab. It calls both kernels by reflection: they have a
 * common ancestor, so only the names of their packages differ.
 *
 * @param kernel the running kernel
 * @param packages the package of its messages and displays
 */
record Kernels(Object kernel, String packages) {

    private static final String JJAVA = "org.dflib.jjava.jupyter.";
    private static final String IJAVA = "io.github.spencerpark.jupyter.";

    static Optional<Kernels> running() {
        return running(JJAVA + "kernel.BaseKernel", "notebookKernel", JJAVA)
                .or(() -> running("io.github.spencerpark.ijava.IJava", "getKernelInstance", IJAVA));
    }

    static Optional<Kernels> running(String type, String accessor, String packages) {
        try {
            var kernel = Class.forName(type).getMethod(accessor).invoke(null);
            return Optional.ofNullable(kernel).map(found -> new Kernels(found, packages));
        } catch (ReflectiveOperationException | LinkageError noSuchKernel) {
            return Optional.empty();
        }
    }

    boolean isClassic() {
        return packages.equals(IJAVA);
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(packages + name, true, kernel.getClass().getClassLoader());
    }

    JShell shell() throws ReflectiveOperationException {
        if (isClassic()) {
            var evaluator = field(kernel, "evaluator");
            return (JShell) evaluator.getClass().getMethod("getShell").invoke(evaluator);
        }
        return (JShell) kernel.getClass().getMethod("getJShell").invoke(kernel);
    }

    /** The reply channel of the running cell; null between cells. */
    Object replies() throws ReflectiveOperationException {
        var io = kernel.getClass().getMethod("getIO").invoke(kernel);
        return field(io.getClass().getField("display").get(io), "env");
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(owner);
                }
            }
        }
        throw new NoSuchFieldException(owner.getClass().getName() + "." + name);
    }
}
