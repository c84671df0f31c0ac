package lab.bench;

import lab.bench.fork.Item;
import lab.bench.fork.Outcome;
import lab.bench.fork.Outcome.Reading;

/** Turns the harness's outcome into the score that a learner sees. */
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

    private static Score.Part part(Reading reading) {
        boolean numbered = !"stack".equals(reading.label());
        return new Score.Part(
                reading.label(), reading.score(), reading.unit(), numbered ? "" : reading.detail());
    }
}
