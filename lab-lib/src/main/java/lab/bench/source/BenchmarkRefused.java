package lab.bench.source;

/**
 * Says why a benchmark cannot run, and what to write instead. Its message fits on one screen and
 * names the learner's own class and line.
 */
public final class BenchmarkRefused extends IllegalArgumentException {

    public BenchmarkRefused(String message) {
        super(message);
    }

    public BenchmarkRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
