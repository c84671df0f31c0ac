package lab.measure;

import java.time.Duration;
import java.util.Locale;

/** Readable numbers: three significant digits and a unit that fits. */
public final class Text {

    private Text() {}

    /** A duration such as "840 ns", "1.25 ms", "12.3 s". */
    public static String of(Duration duration) {
        double nanos = duration.getSeconds() * 1e9 + duration.getNano();
        if (Math.abs(nanos) < 1e3) {
            return of(nanos) + " ns";
        }
        if (Math.abs(nanos) < 1e6) {
            return of(nanos / 1e3) + " µs";
        }
        if (Math.abs(nanos) < 1e9) {
            return of(nanos / 1e6) + " ms";
        }
        return of(nanos / 1e9) + " s";
    }

    /**
     * A number with three significant digits and grouped thousands, such as "1,230" or "0.0123".
     */
    public static String of(double number) {
        double size = Math.abs(number);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return String.valueOf(number);
        }
        if (size >= 100 || isWhole(number)) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        if (size >= 10) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
        if (size >= 1) {
            return String.format(Locale.ROOT, "%.2f", number);
        }
        return String.format(Locale.ROOT, "%.3g", number);
    }

    /** A number that is whole, except for rounding errors, is shown as whole. */
    private static boolean isWhole(double number) {
        return Math.abs(number - Math.rint(number)) <= 1e-12 * Math.abs(number);
    }

    /** An amount of memory or data such as "1.23 MB", where a MB has a million bytes. */
    public static String megabytes(long bytes) {
        return of(bytes / 1e6) + " MB";
    }

    /** A ratio such as "×12.3". */
    public static String times(double ratio) {
        return "×" + of(ratio);
    }

    /** A share such as "12 %" or "0.5 %"; shares above 1 are shown as 100 %. */
    public static String percent(double share) {
        double percent = 100 * Math.min(1, share);
        boolean whole = percent >= 10 || isWhole(percent);
        return String.format(Locale.ROOT, whole ? "%.0f %%" : "%.1f %%", percent);
    }

    /** "1.20 of 2 CPUs": how many of a machine's CPUs are busy. */
    public static String cpus(double busy, int all) {
        return "%s of %d CPU%s".formatted(of(busy), all, all == 1 ? "" : "s");
    }
}
