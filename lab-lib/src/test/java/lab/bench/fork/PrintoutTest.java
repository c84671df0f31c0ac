package lab.bench.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintoutTest {

    @Test
    void bothStreamsAreCapturedAndRestored() {
        var usual = System.out;
        try (var printout = new Printout()) {
            System.out.println("ready");
            System.err.print("odd, ");
            System.out.println("läuft");
            System.err.print("size 3");

            assertThat(printout.printed().by("sum"))
                    .isEqualTo("sum printed:\n  ready\n  läuft\n  odd, size 3");
        }
        assertThat(System.out).isSameAs(usual);
    }

    @Test
    void withoutOutputThePrintoutIsEmpty() {
        try (var printout = new Printout()) {
            System.err.println("WARNING: Using incubator modules: jdk.incubator.vector");
            System.out.println();

            assertThat(printout.printed().isEmpty()).isTrue();
        }
    }

    @Test
    void repeatedLinesAreCountedAndTheNumberOfLinesIsLimited() {
        try (var printout = new Printout()) {
            IntStream.range(0, 5_000).forEach(i -> System.out.println("again"));
            IntStream.range(0, 1_009).forEach(i -> System.out.println("line " + i));

            assertThat(printout.printed().by("sum"))
                    .startsWith("sum printed:\n  again (5,000 times)\n  line 0\n")
                    .endsWith("  line 8\n  … and 1,000 more lines");
        }
    }

    @Test
    void aVeryLongLineIsCut() {
        try (var printout = new Printout()) {
            System.out.print("x".repeat(100_000));

            assertThat(printout.printed().by("sum"))
                    .isEqualTo("sum printed:\n  " + "x".repeat(200) + "…");
        }
    }

    @Test
    void outputOfSeveralForksIsMerged() {
        var both = forkThatPrints("ready", "seed 1").and(forkThatPrints("ready", "seed 2"));

        assertThat(both.by("sum")).isEqualTo("sum printed:\n  ready (2 times)\n  seed 1\n  seed 2");
    }

    @Test
    void outputThatTheErrorAlreadyContainsIsNotRepeated() {
        var printed = forkThatPrints("Unrecognized VM option 'X'", "ready");

        assertThat(printed.without("its JVM ended: Unrecognized VM option 'X'").by("sum"))
                .isEqualTo("sum printed:\n  ready");
    }

    private static Printed forkThatPrints(String... lines) {
        try (var printout = new Printout()) {
            for (var line : lines) {
                System.out.println(line);
            }
            return printout.printed();
        }
    }
}
