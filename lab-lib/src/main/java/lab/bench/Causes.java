package lab.bench;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the learner's own error in what JMH says about a failed fork. */
final class Causes {

    private static final Pattern THROWN =
            Pattern.compile(
                    "(?m)^(?:Exception in thread \\S+ )?((?:[\\w$]+\\.)+\\w+(?:Error|Exception)\\b.*)$");
    private static final Pattern LAST_WORDS =
            Pattern.compile("(?s)<stderr last='\\d+ lines'>\\s*(\\S.*?)\\s*</stderr>");
    private static final Pattern EXIT_CODE = Pattern.compile("failed with exit code (\\d+)");
    private static final int LONGEST = 600;

    private Causes() {}

    /** The exception thrown inside the benchmark, else the JVM's last words, else JMH's message. */
    static Cause of(Exception failure, String said) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            for (var inner : at.getSuppressed()) {
                if (!inner.toString().contains("Forked VM failed")) {
                    return located(inner);
                }
            }
        }
        var thrown = THROWN.matcher(said);
        if (thrown.find()) {
            return Cause.of(shortened(thrown.group(1)));
        }
        var words = LAST_WORDS.matcher(said);
        if (words.find()) {
            return Cause.of("its JVM ended: " + shortened(words.group(1)));
        }
        var code = EXIT_CODE.matcher(said);
        if (code.find()) {
            return Cause.of(
                    "its JVM ended with exit code %s%s".formatted(code.group(1), hint(code)));
        }
        return Cause.of(
                failure == null ? "JMH gave no result" : shortened(deepest(failure).toString()));
    }

    private static String hint(MatchResult code) {
        return code.group(1).equals("137")
                ? ": it was killed, perhaps because the machine has too little memory"
                : "";
    }

    private static Cause located(Throwable error) {
        for (var frame : error.getStackTrace()) {
            if (frame.getClassName().startsWith(Manuscript.PACKAGE + ".")
                    && !frame.getClassName().contains("jmh_generated")) {
                var type = String.valueOf(frame.getFileName()).replace(".java", "");
                return new Cause(plain(error.toString()), type, frame.getLineNumber());
            }
        }
        return Cause.of(plain(error.toString()));
    }

    private static String plain(String error) {
        return error.contains("VM prematurely exited")
                ? "its JVM ended in the middle: System.exit was called, or it was killed"
                : shortened(error);
    }

    private static Throwable deepest(Throwable failure) {
        var at = failure;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
