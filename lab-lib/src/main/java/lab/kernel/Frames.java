package lab.kernel;

/** Distinguishes the lab's own stack frames from the others. */
final class Frames {

    private static final String LAB = "lab.";
    private static final String KERNEL = "lab.kernel.";

    private Frames() {}

    static boolean isOfKernel(StackTraceElement frame) {
        return frame.getClassName().startsWith(KERNEL);
    }

    static boolean isOfLab(StackTraceElement frame) {
        return frame.getClassName().startsWith(LAB);
    }
}
