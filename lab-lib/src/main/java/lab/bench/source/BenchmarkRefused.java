package lab.bench.source;

/**
 * Why a benchmark cannot run, and what to write instead. The message fits on one screen and names
 * the learner's class and line.
 */
public final class BenchmarkRefused extends IllegalArgumentException {

    public BenchmarkRefused(String message) {
        super(message);
    }

    public BenchmarkRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
