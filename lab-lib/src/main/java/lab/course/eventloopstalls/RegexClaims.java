package lab.course.eventloopstalls;

import static java.util.stream.Collectors.joining;
import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;

import java.util.LinkedHashMap;
import java.util.stream.Stream;
import lab.exercise.Finding;
import lab.measure.Text;
import lab.regex.Growth;
import lab.regex.Growth.Curve;

/** What counted steps say about regular expressions. */
final class RegexClaims {

    /** The steps of a power of the length grow by less than this for each more character. */
    private static final double EXPLODES = 1.5;

    private RegexClaims() {}

    static Finding classic(Growth growth) {
        return tame(growth, "^(a+)+$");
    }

    static Finding search(Growth growth) {
        return tame(growth, "(a+)+b");
    }

    private static Finding tame(Growth growth, String pattern) {
        var curve = curve(growth, pattern);
        String here = shown(growth, curve);
        return explodes(growth, curve)
                ? holds(here, "")
                : doesNotHold(here, "this engine remembers where a group has failed");
    }

    static Finding overlapping(Growth growth) {
        var wild =
                Stream.of("^(a+)+\\1$", "^(a+?)+?$", "^(.*a){12}$")
                        .map(name -> curve(growth, name))
                        .toList();
        String here = wild.stream().map(curve -> shown(growth, curve)).collect(joining("; "));
        if (wild.stream().noneMatch(curve -> explodes(growth, curve))) {
            return doesNotHold(here, "this engine remembers where each of them has failed");
        }
        boolean all = wild.stream().allMatch(curve -> explodes(growth, curve));
        String condition =
                all
                        ? "with a back-reference, lazy nesting or a counted group"
                        : "with some of these patterns";
        return holdsIf(here, condition).bearingOut(exploding(growth));
    }

    /** The choice that came true: a guide's own pattern, or the back-reference alone. */
    private static Character[] exploding(Growth growth) {
        var guides = new LinkedHashMap<Character, String>();
        guides.put('a', "^(a+)+$");
        guides.put('b', "(a+)+b");
        guides.values().removeIf(name -> !explodes(growth, curve(growth, name)));
        return guides.isEmpty()
                ? new Character[] {'c'}
                : guides.sequencedKeySet().toArray(Character[]::new);
    }

    static Finding linear(Growth growth) {
        var curve = curve(growth, "re2j ^(.*a){12}$");
        double longer = (double) growth.sizes().getLast() / growth.sizes().getFirst();
        String here =
                "`%s`: a text %s as long costs %s the steps"
                        .formatted(curve.name(), Text.times(longer), Text.times(curve.growth()));
        return curve.gaveUp() || curve.growth() > 1.5 * longer
                ? doesNotHold(here, "")
                : holds(here, "it knows no back-reference and no look-around");
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

    /** A match that is given up says nothing alone: a power of a long text is many steps, too. */
    private static boolean explodes(Growth growth, Curve curve) {
        double perCharacter = growth.perCharacter(curve);
        return Double.isNaN(perCharacter) ? curve.gaveUp() : perCharacter > EXPLODES;
    }

    private static String shown(Growth growth, Curve curve) {
        if (curve.steps().size() < 2) {
            return "`%s`: given up at once".formatted(curve.name());
        }
        return "`%s`: with each character more, the steps grow %s, to %,d%s"
                .formatted(
                        curve.name(),
                        Text.times(growth.perCharacter(curve)),
                        curve.steps().getLast(),
                        curve.gaveUp() ? ", then given up" : "");
    }
}
