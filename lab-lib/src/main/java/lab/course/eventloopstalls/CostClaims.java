package lab.course.eventloopstalls;

import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Prediction.choice;

import lab.exercise.Finding;
import lab.measure.Cost;
import lab.measure.Costs;
import lab.measure.Millis;
import lab.measure.Text;

/** What the cost of single pieces of work says about the guides' claims. */
final class CostClaims {

    private static final double MAGNITUDE = 3;

    private CostClaims() {}

    static Finding hash(Costs costs) {
        return between(costs.cost("hash"), 50, 500);
    }

    static Finding parse(Costs costs) {
        return between(costs.cost("parse 5 MB"), 50, 200);
    }

    static Finding parseMuch(Costs costs) {
        double estimate = 20 * Millis.of(costs.cost("parse 5 MB").warm());
        String here =
                "5 MB take %s, so 100 MB about %s ms"
                        .formatted(Text.of(costs.cost("parse 5 MB").warm()), Text.of(estimate));
        return isAbout(estimate, 50, 500)
                ? holds(here, "estimated from 5 MB; other hardware, other milliseconds")
                : doesNotHold(here, far(estimate, 50) + ", estimated from 5 MB");
    }

    static Finding write(Costs costs) {
        return between(costs.cost("write 1 MB"), 10, 100);
    }

    static Finding billion(Costs costs) {
        var tenth = costs.cost("100 million roots").warm();
        double seconds = 10 * Millis.of(tenth) / 1e3;
        String here =
                "100 million square roots take %s, a billion about %s s"
                        .formatted(Text.of(tenth), Text.of(seconds));
        if (seconds > 5) {
            return holdsIf(here, "on this machine it takes longer");
        }
        if (seconds >= 1) {
            return holdsIf(here, "for iterations like these, whose result is used");
        }
        return seconds > 0.2
                ? holdsIf(here, "if an iteration does more work than this")
                : doesNotHold(here, "much faster here");
    }

    static Finding manyItems(Costs costs) {
        var roots = costs.cost("100,000 roots").warm();
        var lines = costs.cost("100,000 lines").warm();
        char came = choice("02.2", Millis.of(roots));
        String here =
                "adding up 100,000 square roots takes %s, writing 100,000 lines %s"
                        .formatted(Text.of(roots), Text.of(lines));
        if (Millis.of(lines) < 10) {
            return doesNotHold(here, "much faster here").bearingOut(came);
        }
        return (Millis.of(roots) < 10
                        ? holdsIf(here, "the work on an item decides, not the number of items")
                        : holds(here, ""))
                .bearingOut(came);
    }

    static Finding sort(Costs costs) {
        var cost = costs.cost("sort a million");
        String here = "\"%s\" takes %s".formatted(cost.name(), Text.of(cost.warm()));
        return Finding.of(Millis.of(cost.warm()) > 10, here, "");
    }

    static Finding readFile(Costs costs) {
        var cost = costs.cost("read 5 MB");
        String here =
                "5 MB from the page cache take %s (first time %s)"
                        .formatted(Text.of(cost.warm()), Text.of(cost.first()));
        return Millis.of(cost.warm()) > 10
                ? holds(here, "")
                : holdsIf(here, "only this long from memory; longer when it comes from a disk");
    }

    static Finding worthHandingOver(Costs costs) {
        var handOver = costs.cost("hand over and back").warm();
        double times = 10 / Millis.of(handOver);
        String here =
                "handing over and back takes %s; 10 ms of work is %s of that"
                        .formatted(Text.of(handOver), Text.times(times));
        if (times < 1) {
            return doesNotHold(here, "handing over takes longer than the work itself");
        }
        if (times < 5) {
            return holdsIf(here, "if the loop must stay free: the work as a whole takes longer");
        }
        return holds(here, times >= 50 ? "it is worth it for much less work as well" : "");
    }

    /** Whether a cost lies within what a guide says, in milliseconds, cold or warm. */
    private static Finding between(Cost cost, double low, double high) {
        String here =
                "%s takes %s, the first time %s"
                        .formatted(cost.name(), Text.of(cost.warm()), Text.of(cost.first()));
        double warm = Millis.of(cost.warm());
        if (isBetween(warm, low, high)) {
            return holds(here, "");
        }
        if (isAbout(warm, low, high)) {
            return holds(here, "in magnitude: other hardware, other milliseconds");
        }
        return isBetween(Millis.of(cost.first()), low, high)
                ? holdsIf(here, "only until the JIT compiler has seen it")
                : doesNotHold(here, far(warm, low));
    }

    private static String far(double millis, double low) {
        return millis < low ? "much faster here" : "much slower here";
    }

    /** The guides measured on hardware of their own: only the magnitude can be compared. */
    private static boolean isAbout(double value, double low, double high) {
        return isBetween(value, low / MAGNITUDE, high * MAGNITUDE);
    }

    private static boolean isBetween(double value, double low, double high) {
        return low <= value && value <= high;
    }
}
