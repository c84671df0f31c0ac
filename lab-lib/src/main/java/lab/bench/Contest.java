package lab.bench;

/**
 * Two benchmarks of equal parameters and mode.
 *
 * @param better the one that came out faster
 * @param other the one it is compared with
 * @param ruling what their forks allow to say
 */
public record Contest(Score better, Score other, Ruling ruling) {

    static Contest of(Score better, Score other, double margin) {
        int rounds = Math.min(better.forks().medians().size(), other.forks().medians().size());
        return new Contest(
                better, other, Ruling.of(better.over(other), margin, Math.max(1, rounds)));
    }

    boolean isDecided() {
        return !(ruling instanceof Ruling.Inconclusive);
    }

    /** In one sentence. */
    String sentence() {
        return switch (ruling) {
            case Ruling.Faster(Factor factor) ->
                    "%s is faster than %s by %s".formatted(better.name(), other.name(), factor);
            case Ruling.Same(Factor factor, double margin) ->
                    "%s and %s are the same within %s: %s"
                            .formatted(better.name(), other.name(), percent(margin), factor);
            case Ruling.Inconclusive(Factor factor, int rounds) ->
                    "inconclusive: %s came out faster than %s by %s"
                            .formatted(better.name(), other.name(), factor);
        };
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return percent == Math.rint(percent) ? "%.0f %%".formatted(percent) : percent + " %";
    }
}
