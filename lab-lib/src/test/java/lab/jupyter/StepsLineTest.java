package lab.jupyter;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.measure.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepsLineTest {

    private final List<String> shown = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private Object cell = new Object();
    private boolean reportsEnd = true;
    private Duration now = Duration.ZERO;
    private final StepsLine line =
            new StepsLine(
                    () -> new StepsLine.Place(cell, new Output(), reportsEnd),
                    () -> now.toNanos(),
                    (wait, action) -> later.add(action));

    private final class Output implements Live {
        @Override
        public void show(String html, String text) {
            shown.add(text);
        }

        @Override
        public void close() {}
    }

    @AfterEach
    void closeAll() {
        Steps.hidden().close();
    }

    /** Advances the clock by half a second and runs the scheduled tasks. */
    private void tick() {
        now = now.plusMillis(500);
        var due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    private Steps measure(String name) {
        var steps = Steps.one(name, Duration.ZERO);
        line.opened(steps);
        return steps;
    }

    private void end(Steps steps) {
        steps.close();
        line.closed(steps);
    }

    @Test
    void aMeasurementOfLessThanASecondShowsNothing() {
        var steps = measure("hash");
        tick();
        end(steps);
        tick();

        assertThat(shown).isEmpty();
        assertThat(later).isEmpty();
    }

    @Test
    void theLineAppearsAfterASecondFollowsTheStepsAndIsRemovedAtTheEnd() {
        var steps = Steps.of(2);
        line.opened(steps);
        steps.next("/fast");
        tick();
        tick();
        tick();
        assertThat(shown).containsExactly("1 of 2: /fast");

        steps.next("/hash");
        tick();
        end(steps);
        tick();

        assertThat(shown.subList(0, 2))
                .extracting(text -> text.substring(0, 13))
                .containsExactly("1 of 2: /fast", "2 of 2: /hash");
        assertThat(shown).last().isEqualTo("");
        assertThat(later).isEmpty();
    }

    @Test
    void shortMeasurementsOfOneCellShareOneLine() {
        for (int i = 1; i <= 4; i++) {
            var steps = measure("work " + i);
            tick();
            end(steps);
        }
        tick();
        tick();

        assertThat(shown).containsExactly("work 2", "work 3", "work 4", "");
    }

    @Test
    void whereTheKernelDoesNotReportTheEndOfACellTheLineIsEmptyBetweenMeasurements() {
        reportsEnd = false;
        for (int i = 1; i <= 3; i++) {
            var steps = measure("work " + i);
            tick();
            end(steps);
        }

        assertThat(shown).containsExactly("work 2", "", "work 3", "");
    }

    @Test
    void theNextCellHasItsOwnLine() {
        var first = measure("first");
        tick();
        tick();
        end(first);
        cell = new Object();
        var second = measure("second");
        tick();
        tick();
        end(second);

        assertThat(shown).containsExactly("first", "", "second");
    }

    @Test
    void outsideACellNothingIsShown() {
        cell = null;
        var steps = measure("in the background");
        tick();
        tick();
        end(steps);

        assertThat(shown).isEmpty();
        assertThat(later).isEmpty();
    }

    @Test
    void theTimeLeftCountsDownBetweenReports() {
        var steps = Steps.one("load", ofSeconds(60));
        line.opened(steps);
        tick();
        tick();

        assertThat(shown).hasSize(1).first().asString().matches("load, \\d+ s left");
        end(steps);
    }
}
