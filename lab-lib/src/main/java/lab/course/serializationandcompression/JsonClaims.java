package lab.course.serializationandcompression;

import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;
import static lab.exercise.Prediction.choice;

import lab.bench.BenchResult;
import lab.exercise.Finding;
import lab.json.Pulled;
import lab.json.Stages;
import lab.measure.Race;
import lab.measure.Text;

/** What the results of notebook 08 say about the guides' claims on JSON. */
final class JsonClaims {

    private static final double FEW = 0.05;
    private static final double NEARLY_ALL = 0.9;
    private static final double MARKEDLY = 1.5;
    private static final double A_LITTLE = 1.05;
    private static final double CLEARLY = 1.2;

    private static final String SLOWER = "here it is even slower";

    /** Where a share counts as about a half. */
    private static final double HALF_FROM = 0.35;

    private JsonClaims() {}

    static Finding stopEarly(Pulled pulled) {
        var first = pulled.run("tokens, field first");
        var last = pulled.run("tokens, field last");
        String here =
                "%s of the document is read if the field is its first, %s if it is its last"
                        .formatted(Text.percent(first.share()), Text.percent(last.share()));
        if (!first.found().equals(last.found())) {
            return inconclusive(
                    here,
                    "they found %s and %s: search for the same field"
                            .formatted(first.found(), last.found()));
        }
        if (first.share() > NEARLY_ALL) {
            return doesNotHold(here, "this search does not stop when it has found the field");
        }
        if (first.share() > FEW) {
            return inconclusive(
                    here, "take a larger document: the first buffer is most of this one");
        }
        return last.share() > NEARLY_ALL
                ? holdsIf(here, "if what is needed comes early; the rest is not even checked")
                : holds(here, "");
    }

    static Finding generated(BenchResult result) {
        var factor = result.score("generated").over(result.score("databind"));
        double low = factor.low();
        double high = factor.high();
        String here =
                "the generated serializer is %s to %s as fast as Jackson's databind"
                        .formatted(Text.times(low), Text.of(high));
        if (low > MARKEDLY) {
            return holds(here, "").bearingOut(choice("08.1", low, high));
        }
        if (low > A_LITTLE) {
            return holdsIf(here, "but not by much: the JIT compiler specialises databind, too")
                    .bearingOut(choice("08.1", low, high));
        }
        if (high < CLEARLY) {
            return doesNotHold(here, high < 1 / CLEARLY ? SLOWER : "it gains little or nothing")
                    .bearingOut(choice("08.1", low, high));
        }
        return inconclusive(here, "the interval is too wide; bench(thorough(), …) narrows it");
    }

    static Finding halfOfTheTime(Stages stages) {
        double share = stages.share("JSON");
        String here =
                "writing JSON takes %s of %s"
                        .formatted(Text.percent(share), Text.of(stages.whole()));
        return (share >= HALF_FROM
                        ? holds(here, "")
                        : doesNotHold(here, "the other stages take longer"))
                .bearingOut(choice("08.2", share));
    }

    static Finding cacheTheBytes(Race race) {
        var gain = race.ratio("made each time", "cached bytes");
        String here =
                "making the bytes for each request takes %s as long as sending cached ones (%s to"
                        + " %s)";
        here = here.formatted(Text.times(gain.value()), Text.of(gain.low()), Text.of(gain.high()));
        if (gain.low() > CLEARLY) {
            return holdsIf(here, "if the same bytes are sent often, and may be a little old");
        }
        return gain.high() < CLEARLY
                ? doesNotHold(here, "sending takes most of the time")
                : inconclusive(here, "the interval is too wide to decide; run the cell again");
    }
}
