package lab.course;

import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;

import java.util.List;
import lab.eventloop.Growth;
import lab.eventloop.Growth.Curve;
import lab.exercise.Finding;
import lab.measure.Text;

/** What counted steps say of regular expressions. */
final class RegexClaims {

    /** Each size has four characters more: doubling with every character is a factor of 16. */
    private static final double EXPLODES = 8;

    private RegexClaims() {}

    static Finding classic(Growth growth) {
        return tame(curve(growth, "^(a+)+$"));
    }

    static Finding search(Growth growth) {
        return tame(curve(growth, "(a+)+b"));
    }

    private static Finding tame(Curve curve) {
        return explodes(curve)
                ? holds(told(curve), "")
                : doesNotHold(told(curve), "this engine remembers where a group has failed");
    }

    static Finding overlapping(Growth growth) {
        var wild = List.of("^(a+)+\\1$", "^(a+?)+?$", "^(.*a){12}$");
        var tempting = List.of(curve(growth, "^(a+)+$"), curve(growth, "(a+)+b"));
        boolean all =
                wild.stream().map(name -> curve(growth, name)).allMatch(RegexClaims::explodes);
        boolean alone = all && tempting.stream().noneMatch(RegexClaims::explodes);
        String here = told(curve(growth, wild.getFirst())) + "; two others as well";
        return all
                ? holdsIf(here, "with a back-reference, lazy nesting or a counted group")
                        .bearingOut(alone ? 'c' : 'a')
                : doesNotHold(told(curve(growth, wild.getFirst())), "").bearingOut('a');
    }

    static Finding linear(Growth growth) {
        var curve = curve(growth, "re2j ^(.*a){12}$");
        return explodes(curve)
                ? doesNotHold(told(curve), "")
                : holds(told(curve), "it knows no back-reference and no look-around");
    }

    private static Curve curve(Growth growth, String name) {
        return growth.curves().stream()
                .filter(curve -> curve.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "this claim needs the pattern \"%s\"; measured were %s"
                                                .formatted(
                                                        name,
                                                        growth.curves().stream()
                                                                .map(Curve::name)
                                                                .toList())));
    }

    private static boolean explodes(Curve curve) {
        return curve.gaveUp() || curve.lastFactor() > EXPLODES;
    }

    private static String told(Curve curve) {
        if (curve.steps().size() < 2) {
            return "`%s`: given up at once".formatted(curve.name());
        }
        return "`%s`: four characters more cost %s steps, %,d at the end%s"
                .formatted(
                        curve.name(),
                        Text.times(curve.lastFactor()),
                        curve.steps().getLast(),
                        curve.gaveUp() ? ", then given up" : "");
    }
}
