package lab.bench;

/**
 * What the forks of two benchmarks allow to say about them. It follows the interval and no more.
 */
public sealed interface Ruling {

    /** How many times faster the faster of the two is, with the interval of that ratio. */
    Factor factor();

    /** The interval lies above 1: one is faster. */
    record Faster(Factor factor) implements Ruling {}

    /**
     * The interval lies within the margin on both sides of 1, so a difference, if there is one,
     * does not matter.
     *
     * @param margin such as 0.03 for 3 %
     */
    record Same(Factor factor, double margin) implements Ruling {}

    /**
     * The interval contains 1 and reaches beyond the margin.
     *
     * @param rounds an estimate of how many rounds in all would settle it
     */
    record Inconclusive(Factor factor, int rounds) implements Ruling {}

    /**
     * The ruling on a ratio of at least 1.
     *
     * @param margin the difference that does not matter
     * @param rounds how many rounds the ratio comes from
     */
    static Ruling of(Factor factor, double margin, int rounds) {
        if (factor.high() <= 1 + margin && factor.low() >= 1 / (1 + margin)) {
            return new Same(factor, margin);
        }
        return factor.low() > 1
                ? new Faster(factor)
                : new Inconclusive(factor, needed(factor, margin, rounds));
    }

    /** Intervals shrink with the square root of the rounds, to either decision. */
    private static int needed(Factor factor, double margin, int rounds) {
        double half = Math.log(factor.high() / factor.low()) / 2;
        double shift = Math.abs(Math.log(factor.value()));
        double wanted = Math.max(shift, Math.log1p(margin) - shift);
        double times = Math.pow(half / wanted, 2);
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(rounds * Math.max(times, 1.1)) + 1);
    }
}
