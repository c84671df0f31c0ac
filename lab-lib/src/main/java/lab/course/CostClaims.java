package lab.course;

import static lab.course.StallClaims.longest;
import static lab.course.StallClaims.millis;
import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;

import java.time.Duration;
import java.util.List;
import lab.exercise.Finding;
import lab.measure.Cost;
import lab.measure.Costs;
import lab.measure.Text;

/** What the cost of single pieces of work says of the guides' claims. */
final class CostClaims {

    private CostClaims() {}

    static Finding hash(Costs costs) {
        return between(costs.cost("hash"), 50, 500);
    }

    static Finding parse(Costs costs) {
        return between(costs.cost("parse 5 MB"), 50, 200);
    }

    static Finding parseMuch(Costs costs) {
        double tenfold = 10 * millis(costs.cost("parse 5 MB").warm());
        return holdsIf(
                "5 MB take %s, so 50 MB about %s ms"
                        .formatted(Text.of(costs.cost("parse 5 MB").warm()), Text.of(tenfold)),
                "reckoned from 5 MB: 50 MB do not fit into this kernel's heap as a tree");
    }

    static Finding write(Costs costs) {
        return between(costs.cost("write 1 MB"), 10, 100);
    }

    static Finding billion(Costs costs) {
        var tenth = costs.cost("100 million roots").warm();
        double seconds = 10 * millis(tenth) / 1e3;
        String here =
                "100 million square roots take %s, a billion about %s s"
                        .formatted(Text.of(tenth), Text.of(seconds));
        return seconds >= 1 ? holds(here, "") : holdsIf(here, "it depends on what a round does");
    }

    static Finding manyItems(Costs costs) {
        var cost = costs.cost("100,000 items");
        String here = "adding up 100,000 numbers takes " + Text.of(cost.warm());
        return millis(cost.warm()) >= 10
                ? holds(here, "")
                : doesNotHold(here, "the cost of an item decides, not their number");
    }

    static Finding sort(Costs costs) {
        var cost = costs.cost("sort a million");
        var suspects = List.of(warm(costs, "hash"), warm(costs, "parse 5 MB"), cost.warm());
        String here = "a million boxed numbers take " + Text.of(cost.warm());
        return Finding.of(millis(cost.warm()) > 10, here, "").bearingOut(longest(suspects));
    }

    private static Duration warm(Costs costs, String name) {
        return costs.cost(name).warm();
    }

    static Finding readFile(Costs costs) {
        var cost = costs.cost("read 5 MB");
        String here =
                "5 MB from the page cache take %s (first time %s)"
                        .formatted(Text.of(cost.warm()), Text.of(cost.first()));
        return millis(cost.warm()) > 10
                ? holds(here, "")
                : holdsIf(here, "when the file is not in memory already");
    }

    static Finding worthHandingOver(Costs costs) {
        var handOver = costs.cost("hand over and back").warm();
        double times = 10 / millis(handOver);
        String here =
                "handing over and back takes %s; 10 ms of work is %s of that"
                        .formatted(Text.of(handOver), Text.times(times));
        return times >= 10
                ? holds(here, "cautious even: it pays from far less work on")
                : holdsIf(here, "if the workers' threads are not busy already");
    }

    /** Whether a cost lies within what a guide says, in milliseconds, cold or warm. */
    private static Finding between(Cost cost, double low, double high) {
        String here =
                "%s takes %s, the first time %s"
                        .formatted(cost.name(), Text.of(cost.warm()), Text.of(cost.first()));
        if (isBetween(millis(cost.warm()), low, high)) {
            return holds(here, "");
        }
        if (millis(cost.warm()) > high) {
            return holds(here, "and longer on this machine");
        }
        return isBetween(millis(cost.first()), low, high)
                ? holdsIf(here, "only until the JIT compiler has seen it")
                : doesNotHold(here, "it is faster");
    }

    private static boolean isBetween(double value, double low, double high) {
        return low <= value && value <= high;
    }
}
