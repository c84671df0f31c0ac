package lab.measure;

import java.time.Duration;

/**
 * Two tasks of a {@link Race}.
 *
 * @param ratio how many times as long the one took as the other
 * @param margin the two count as the same if they certainly differ by no more than this share
 */
record Pair(String one, String other, Ratio ratio, double margin) {

    /** An interval is narrow when its ends differ by no more than this factor. */
    private static final double NARROW = 1.3;

    private static final Duration WORTH_IT = Duration.ofMinutes(5);

    boolean isSame() {
        return ratio.isSame(margin);
    }

    /** Whether more rounds would show nothing new. */
    boolean isSettled() {
        return isSame() || ratio.conclusive() && ratio.high() / ratio.low() <= NARROW;
    }

    /**
     * Such as '"index" is faster than "scan" by ×12.3 (×11.8 to ×12.9)'.
     *
     * @param time how long the measurement took
     */
    String sentence(Duration time) {
        if (isSame()) {
            return "\"%s\" and \"%s\" take the same time within %s: %s"
                    .formatted(one, other, Text.percent(margin), ratio);
        }
        if (!ratio.conclusive()) {
            return "inconclusive: \"%s\" took %s as long as \"%s\", which may be noise; %s"
                    .formatted(one, ratio, other, wayOut(time));
        }
        boolean oneIsSlower = ratio.value() > 1;
        return "\"%s\" is faster than \"%s\" by %s"
                .formatted(
                        oneIsSlower ? other : one,
                        oneIsSlower ? one : other,
                        oneIsSlower ? ratio : ratio.inverse());
    }

    /** The same from the other task's side, such as '"scan" takes ×12.3 (×11.8 to ×12.9)'. */
    String relation() {
        if (isSame()) {
            return "\"%s\" takes the same time within %s".formatted(one, Text.percent(margin));
        }
        return "\"%s\" takes %s%s"
                .formatted(one, ratio, ratio.conclusive() ? "" : ", which may be noise");
    }

    /** What would decide it. */
    private String wayOut(Duration time) {
        double more = more();
        return more * time.toNanos() > WORTH_IT.toNanos()
                ? "they are too close to tell apart here"
                : "about %s of measuring would settle it"
                        .formatted(Text.of(Duration.ofSeconds(seconds(more, time))));
    }

    private static long seconds(double more, Duration time) {
        return (long) Math.ceil(more * time.toNanos() / 1e9);
    }

    /**
     * How many times as long to measure: the interval shrinks with the square root of the rounds.
     */
    private double more() {
        if (ratio.rounds() < Ratio.FEWEST) {
            return (double) Ratio.FEWEST / ratio.rounds();
        }
        double distance = Math.abs(Math.log(ratio.value()));
        double needed = Math.max(distance, Math.log1p(margin) - distance);
        double now = Math.log(ratio.high() / ratio.low()) / 2;
        return Math.pow(now / needed, 2);
    }
}
