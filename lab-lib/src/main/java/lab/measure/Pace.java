package lab.measure;

import java.time.Duration;

/**
 * How long experiments last. Quick mode ({@code LAB_QUICK=1}, set by the tests) reduces times and
 * amounts of data, but never what is asserted.
 */
public final class Pace {

    private static final int QUICK_SHARE = 3;

    private Pace() {}

    /** Whether this process runs in quick mode. */
    public static boolean isQuick() {
        return "1".equals(System.getenv("LAB_QUICK"));
    }

    /**
     * The time for an experiment that is planned for {@code full}: all of it, or in quick mode a
     * third of it and at least {@code atLeast}.
     */
    public static Duration of(Duration full, Duration atLeast) {
        Require.given(full, "time", "ofSeconds(3)");
        if (!isQuick()) {
            return full;
        }
        var share = full.dividedBy(QUICK_SHARE);
        return share.compareTo(atLeast) < 0 ? min(full, atLeast) : share;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
