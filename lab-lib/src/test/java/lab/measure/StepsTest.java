package lab.measure;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final class Watching implements Steps.Screen {

        private final List<String> seen = new ArrayList<>();

        @Override
        public void opened(Steps steps) {
            seen.add("opened");
        }

        @Override
        public void closed(Steps steps) {
            seen.add("closed after " + steps.line());
        }
    }

    private final Watching screen = new Watching();
    private Duration now = Duration.ZERO;

    @BeforeEach
    void watch() {
        Steps.showOn(screen);
    }

    @AfterEach
    void watchNoMore() {
        Steps.showOn(new Watching());
    }

    private Steps steps(int count, Duration planned) {
        return new Steps(count, planned, () -> now.toNanos());
    }

    @Test
    void theLineShowsTheCurrentStepAndTheTotalTime() {
        var steps = steps(7, ofSeconds(3));

        steps.next("/fast");
        assertThat(steps.line()).isEqualTo("1 of 7: /fast, 21 s left");
        now = ofMillis(1_200);
        assertThat(steps.line()).isEqualTo("1 of 7: /fast, 20 s left");
    }

    @Test
    void finishedStepsPredictTheOthersBetterThanThePlan() {
        var steps = steps(3, ofSeconds(3));
        steps.next("first");
        now = ofSeconds(5);
        steps.next("second");

        assertThat(steps.line()).isEqualTo("2 of 3: second, 10 s left");
    }

    @Test
    void withoutAPlanTheFirstStepShowsNoTimeLeft() {
        var steps = steps(2, Duration.ZERO);
        steps.next("first");
        assertThat(steps.line()).isEqualTo("1 of 2: first");

        now = ofSeconds(4);
        steps.next("second");
        assertThat(steps.line()).isEqualTo("2 of 2: second, 4 s left");
    }

    @Test
    void aStepThatExceedsItsPlanShowsNoTimeLeft() {
        var only = steps(1, ofSeconds(3));
        only.next("load on /buy");
        assertThat(only.line()).isEqualTo("load on /buy, 3 s left");

        now = ofSeconds(9);
        assertThat(only.line()).isEqualTo("load on /buy");
    }

    @Test
    void onlyTheOutermostMeasurementIsShown() {
        try (var sweep = Steps.of(2)) {
            sweep.next("pool of 1");
            try (var inner = Steps.one("load", ofSeconds(2))) {
                assertThat(inner.line()).startsWith("load");
            }
        }

        assertThat(screen.seen).containsExactly("opened", "closed after 1 of 2: pool of 1");
    }

    @Test
    void aLiveFigureHidesTheStepsOfItsMeasurement() {
        try (var figure = Steps.hidden();
                var load = Steps.one("load", ofSeconds(2))) {
            assertThat(screen.seen).isEmpty();
        }
        Steps.of(1).close();

        assertThat(screen.seen).hasSize(2);
    }

    @Test
    void aMeasurementWhoseThreadDiedHidesNothing() throws InterruptedException {
        Thread.ofPlatform().start(() -> Steps.of(1)).join();

        Steps.of(1).close();

        assertThat(screen.seen).filteredOn("opened"::equals).hasSize(2);
    }
}
