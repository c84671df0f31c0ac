package lab.bench.fork;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.measure.CauseChain;

/** Finds the learner's own error in what JMH says about a failed fork. */
final class Causes {

    private static final Pattern THROWN =
            Pattern.compile(
                    "(?m)^(?:Exception in thread \\S+ )?"
                            + "((?:[\\w$]+\\.)+\\w+(?:Error|Exception)\\b.*)$");
    private static final Pattern LAST_WORDS = lastWordsOn("stderr");
    private static final Pattern OTHER_LAST_WORDS = lastWordsOn("stdout");
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
        return CauseChain.of(failure)
                .flatMap(at -> Stream.of(at.getSuppressed()))
                .filter(inner -> !inner.toString().contains("Forked VM failed"))
                .findFirst();
    }

    private static Optional<String> inWords(String said) {
        return found(THROWN, said)
                .map(Causes::shortened)
                .or(() -> lastWords(said).map(words -> "its JVM ended: " + shortened(words)))
                .or(() -> found(EXIT_CODE, said).map(Causes::ended));
    }

    /** A JVM complains on its error stream, except about its heap. */
    private static Optional<String> lastWords(String said) {
        return found(LAST_WORDS, said).or(() -> found(OTHER_LAST_WORDS, said));
    }

    private static Pattern lastWordsOn(String stream) {
        return Pattern.compile(
                "(?s)<%1$s last='\\d+ lines'>\\s*([^\\s<].*?)\\s*</%1$s>".formatted(stream));
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
        if (failure == null) {
            return "its JVM ended without measuring anything";
        }
        var text =
                deepest(failure).toString().replaceAll("(?s)-cp .*?( [\\w.]+\\.jmh\\.)", "-cp …$1");
        return shortened(text);
    }

    private static Cause located(Throwable error) {
        if (error instanceof ExceptionInInitializerError && error.getCause() != null) {
            return located(error.getCause());
        }
        for (var frame : error.getStackTrace()) {
            if (frame.getClassName().startsWith(Cause.CELLS + ".")
                    && !frame.getClassName().contains("jmh_generated")) {
                var type = String.valueOf(frame.getFileName()).replace(".java", "");
                return new Cause(plain(told(error)), type, frame.getLineNumber());
            }
        }
        return Cause.of(plain(told(error)));
    }

    /** Many a wrapper says nothing of its own. */
    private static String told(Throwable error) {
        var deepest = deepest(error).toString();
        var text = error.toString();
        return text.contains(deepest) ? text : text + ", caused by " + deepest;
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
