package lab.measure;

import java.util.regex.Pattern;

/**
 * The code of notebook cells in class names, stack frames and messages. JShell puts what a cell
 * declares into a wrapper class such as {@code REPL.$JShell$12B}; learners should not have to read
 * that name.
 */
public final class CellCode {

    private static final String PACKAGE = "REPL.";
    private static final String STATEMENTS = "do_it$";
    private static final Pattern WRAPPER = Pattern.compile("(?:REPL\\.)?\\$JShell\\$\\d\\w*[.$]");
    private static final Pattern WRAPPER_ALONE =
            Pattern.compile("^(?:REPL\\.)?(?:\\$JShell\\$\\d\\w*(?:[.$]|$))?");
    private static final Pattern WRAPPER_FILE = Pattern.compile("REPL/\\$JShell\\$\\d\\w*");
    private static final Pattern ANONYMOUS = Pattern.compile("(?:^|\\$)\\d+\\b");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");

    private CellCode() {}

    /** Whether a cell declares this class, or a class around it. */
    public static boolean declares(Class<?> type) {
        return type.getName().startsWith(PACKAGE);
    }

    /** The same for a name as class files write it. */
    public static boolean isDeclared(String nameInFiles) {
        return nameInFiles.startsWith(PACKAGE.replace('.', '/'));
    }

    /** Whether this is the class around a cell, whose static fields are the cell's variables. */
    public static boolean isWrapper(String nameInFiles) {
        return WRAPPER_FILE.matcher(nameInFiles).matches();
    }

    /** Whether this method of a wrapper class is the cell's statements, or a lambda in them. */
    public static boolean isOfStatements(String method) {
        return method.startsWith(STATEMENTS) || method.startsWith("lambda$" + STATEMENTS);
    }

    /** Whether this frame runs code of a cell. JShell sets "#" and a number as its file name. */
    public static boolean runs(StackTraceElement frame) {
        var file = frame.getFileName();
        return file != null && file.startsWith("#") || frame.getClassName().startsWith(PACKAGE);
    }

    /** The name of a class as a cell writes it: {@code Outer.Inner}. */
    public static String nameOf(Class<?> type) {
        var name = type.getCanonicalName() == null ? type.getName() : type.getCanonicalName();
        return withoutWrapper(name);
    }

    /** The text without the names of wrapper classes. */
    public static String withoutWrapper(String text) {
        return WRAPPER.matcher(text).replaceAll("");
    }

    /**
     * The place of a frame in a cell: "Parser.parse", "lambda in Parser.parse", "constructor of
     * Parser", or "cell" for the cell's own statements.
     */
    public static String place(StackTraceElement frame) {
        var type = WRAPPER_ALONE.matcher(frame.getClassName()).replaceFirst("");
        type = ANONYMOUS.matcher(type).replaceAll("").replace('$', '.');
        var lambda = LAMBDA.matcher(frame.getMethodName());
        return lambda.matches()
                ? "lambda in " + place(type, lambda.group(1))
                : place(type, frame.getMethodName());
    }

    private static String place(String type, String method) {
        return switch (method) {
            case "", STATEMENTS, STATEMENTS + "Aux" -> type.isEmpty() ? "cell" : type;
            case "<init>", "new" -> "constructor of " + named(type);
            case "<clinit>", "static" -> "static initializer of " + named(type);
            default -> type.isEmpty() ? method : type + "." + method;
        };
    }

    private static String named(String type) {
        return type.isEmpty() ? "an anonymous class" : type;
    }
}
