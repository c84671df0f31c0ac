package lab.bench;

import java.util.List;
import java.util.Map;
import lab.bench.fork.Item;
import lab.bench.fork.Outcome;
import lab.bench.fork.Outcome.Reading;

/** Makes the score that a learner sees. */
final class Scoring {

    private Scoring() {}

    static Score of(Item item, Names names, Outcome outcome) {
        var primary = outcome.primary();
        return new Score(
                names.of(item),
                Names.benchmark(item),
                item.params(),
                item.mode().shortLabel(),
                primary.score(),
                primary.error(),
                primary.unit(),
                primary.samples(),
                outcome.percentiles(),
                outcome.secondary().stream().map(Scoring::part).toList());
    }

    /** A score before JMH has given its own: the typical fork. */
    static Score provisional(Item item, Names names, String unit, Forks forks) {
        return new Score(
                names.of(item),
                Names.benchmark(item),
                item.params(),
                item.mode().shortLabel(),
                forks.median(),
                Double.NaN,
                unit,
                forks.medians().size(),
                Map.of(),
                List.of(),
                forks);
    }

    private static Score.Part part(Reading reading) {
        boolean numbered = !"stack".equals(reading.label());
        return new Score.Part(
                reading.label(), reading.score(), reading.unit(), numbered ? "" : reading.detail());
    }
}
