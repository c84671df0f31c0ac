package lab.bench.fork;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class HungForksTest {

    private final HungForks hung = new HungForks();

    @Test
    void aKilledForkIsReportedWithItsTimeLimit() {
        hung.iterationStarted(item());

        hung.kill(ofSeconds(3));

        assertThat(hung.takeReason().orElseThrow()).contains("no iteration ended within 3 s");
    }

    @Test
    void theNextForkIsNotBlamedForTheOneBefore() {
        hung.iterationStarted(item());
        hung.kill(ofSeconds(3));

        hung.begin();

        assertThat(hung.takeReason()).isEmpty();
    }

    @Test
    void aForkThatEndedJustInTimeIsNotCalledHung() {
        hung.iterationStarted(item());
        hung.end();

        hung.kill(ofSeconds(3));

        assertThat(hung.takeReason()).isEmpty();
    }

    private static Item item() {
        return new Item(
                "nb.Made.one",
                Mode.AverageTime,
                new TreeMap<>(),
                new Iterations(1, ofMinutes(10)),
                new Iterations(1, ofMinutes(10)),
                new Crew(List.of()),
                TimeUnit.NANOSECONDS,
                List.of(),
                ofMinutes(10));
    }
}
