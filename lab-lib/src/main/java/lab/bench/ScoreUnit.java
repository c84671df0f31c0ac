package lab.bench;

import java.util.List;
import java.util.Map;

/** The units of JMH's scores: a time for an operation, or operations in a time. */
final class ScoreUnit {

    /** Seconds in the unit of time. */
    private static final Map<String, Double> SECONDS =
            Map.of(
                    "ns", 1e-9, "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr",
                    3600.0, "day", 86_400.0);

    private ScoreUnit() {}

    static boolean isRate(String unit) {
        return unit.startsWith("ops/");
    }

    /** A value in another unit of the same kind. */
    static double convert(double value, String from, String to) {
        double ratio = seconds(from) / seconds(to);
        return isRate(from) ? value / ratio : value * ratio;
    }

    /** The nanoseconds of one operation. */
    static double nanos(double value, String unit) {
        double nanos = 1e9 * seconds(unit);
        return isRate(unit) ? nanos / value : nanos * value;
    }

    private static double seconds(String unit) {
        return SECONDS.getOrDefault(unit.replace("ops/", "").replace("/op", ""), 1.0);
    }

    /**
     * The unit in which these scores are read best: the class's own, except that JMH's and the
     * lab's defaults give way to one with fewer digits.
     */
    static String readable(List<Score> scores) {
        double least = scores.stream().mapToDouble(Score::value).min().orElse(0);
        return readable(scores.getFirst().unit(), least);
    }

    /** The same where the least of the values is known. */
    static String readable(String unit, double least) {
        return switch (unit) {
            case "ns/op" -> least < 1e4 ? unit : least < 1e7 ? "µs/op" : "ms/op";
            case "ops/s" -> least < 1e4 ? unit : least < 1e7 ? "ops/ms" : "ops/µs";
            default -> unit.replace("us", "µs");
        };
    }
}
