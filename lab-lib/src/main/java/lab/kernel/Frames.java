package lab.kernel;

/** Distinguishes the stack frames of the lab and its kernel from all others. */
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
