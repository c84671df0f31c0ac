package lab.bench;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the learner's own error in what JMH says about a failed fork. */
final class Causes {

    private static final Pattern THROWN =
            Pattern.compile(
                    "(?m)^(?:Exception in thread \\S+ )?"
                            + "((?:[\\w$]+\\.)+\\w+(?:Error|Exception)\\b.*)$");
    private static final Pattern LAST_WORDS =
            Pattern.compile("(?s)<stderr last='\\d+ lines'>\\s*(\\S.*?)\\s*</stderr>");
    private static final Pattern EXIT_CODE = Pattern.compile("failed with exit code (\\d+)");
    private static final int LONGEST = 600;

    private Causes() {}

    /** The exception thrown inside the benchmark, else the JVM's last words, else JMH's message. */
    static Cause of(Exception failure, String said) {
        return thrown(failure)
                .map(Causes::located)
                .or(() -> inWords(said).map(Cause::of))
                .orElseGet(() -> Cause.of(ofJmh(failure)));
    }

    private static Optional<Throwable> thrown(Exception failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(at -> Stream.of(at.getSuppressed()))
                .filter(inner -> !inner.toString().contains("Forked VM failed"))
                .findFirst();
    }

    private static Optional<String> inWords(String said) {
        return found(THROWN, said)
                .map(Causes::shortened)
                .or(() -> found(LAST_WORDS, said).map(w -> "its JVM ended: " + shortened(w)))
                .or(() -> found(EXIT_CODE, said).map(Causes::ended));
    }

    private static Optional<String> found(Pattern pattern, String said) {
        return pattern.matcher(said).results().map(match -> match.group(1)).findFirst();
    }

    private static String ended(String code) {
        var hint =
                code.equals("137")
                        ? ": it was killed, perhaps because the machine has too little memory"
                        : "";
        return "its JVM ended with exit code " + code + hint;
    }

    private static String ofJmh(Exception failure) {
        return failure == null ? "JMH gave no result" : shortened(deepest(failure).toString());
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
