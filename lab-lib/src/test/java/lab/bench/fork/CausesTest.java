package lab.bench.fork;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;

class CausesTest {

    @Test
    void theExceptionOfTheBenchmarkComesFirst() {
        var thrown = new IllegalStateException("no luck");
        var failure = new RunnerException("caught", new BenchmarkException(thrown));

        assertThat(Causes.of(failure, "").error())
                .isEqualTo("java.lang.IllegalStateException: no luck");
    }

    @Test
    void theCauseOfAWrapperExceptionIsReportedToo() {
        var wrapper = new IllegalStateException("sorry", new ArithmeticException("/ by zero"));
        var initializer = new ExceptionInInitializerError(new NumberFormatException("zz"));

        assertThat(Causes.of(caught(wrapper), "").error())
                .isEqualTo(
                        "java.lang.IllegalStateException: sorry, caused by"
                                + " java.lang.ArithmeticException: / by zero");
        assertThat(Causes.of(caught(initializer), "").error())
                .isEqualTo("java.lang.NumberFormatException: zz");
    }

    private static RunnerException caught(Throwable thrown) {
        return new RunnerException("caught", new BenchmarkException(thrown));
    }

    @Test
    void aJvmThatCannotStartIsReportedWithTheReason() {
        var said = "<stderr last='20 lines'>\nUnrecognized VM option 'X'\n</stderr>\n";

        assertThat(Causes.of(failedFork(), said).error())
                .isEqualTo("its JVM ended: Unrecognized VM option 'X'");
    }

    @Test
    void aReasonOnStandardOutputIsReportedToo() {
        var said =
                "<stdout last='20 lines'>\nToo small maximum heap\n</stdout>\n"
                        + "<stderr last='20 lines'>\n</stderr>\n";

        assertThat(Causes.of(failedFork(), said).error())
                .isEqualTo("its JVM ended: Too small maximum heap");
    }

    @Test
    void aKilledJvmIsReportedAsKilled() {
        var said = "<forked VM failed with exit code 137>\n<stderr last='20 lines'>\n</stderr>\n";

        assertThat(Causes.of(failedFork(), said).error())
                .startsWith("its JVM ended with exit code 137: it was killed");
    }

    @Test
    void anErrorDuringTheRunIsFoundInTheOutput() {
        var said = "# Fork: 1 of 1\njava.lang.NoClassDefFoundError: a/B\n\tat nb.T.one(T.java:3)\n";

        assertThat(Causes.of(null, said).error()).isEqualTo("java.lang.NoClassDefFoundError: a/B");
    }

    @Test
    void aLongErrorIsCut() {
        var failure =
                new RunnerException(
                        "caught",
                        new BenchmarkException(new IllegalStateException("x".repeat(10_000))));

        assertThat(Causes.of(failure, "").error()).hasSizeLessThan(1_000).endsWith("…");
    }

    private static RunnerException failedFork() {
        var fork = new IllegalStateException("Forked VM failed with exit code 137");
        return new RunnerException("caught", new BenchmarkException(fork));
    }
}
