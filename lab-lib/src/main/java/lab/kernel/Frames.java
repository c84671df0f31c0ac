package lab.kernel;

import java.util.regex.Pattern;

/** Tells the learner's frames of a stack from those of the JDK, of libraries and of the kernel. */
final class Frames {

    /**
     * JShell wraps every snippet in a class such as REPL.$JShell$12B; errors are not its users'.
     */
    private static final Pattern WRAPPER =
            Pattern.compile("(REPL\\.)?\\$JShell\\$\\d+[A-Z]*[.$]|^lab\\.jupyter\\.");

    private Frames() {}

    /** Frames that JShell has translated carry the number of the snippet as their file. */
    static boolean isOfCell(StackTraceElement frame) {
        var file = frame.getFileName();
        return file != null && file.startsWith("#") || frame.getClassName().startsWith("REPL.");
    }

    static boolean isOfKernel(StackTraceElement frame) {
        return frame.getClassName().startsWith("lab.jupyter.");
    }

    static boolean isOfLab(StackTraceElement frame) {
        return frame.getClassName().startsWith("lab.");
    }

    static String withoutWrapper(String name) {
        return WRAPPER.matcher(name).replaceAll("");
    }
}
