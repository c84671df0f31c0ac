package lab.measure;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long tasks took that ran alternating ({@link Turns}), and how many times as long each took as
 * another.
 *
 * @param all the laps of each task, in the order in which the tasks were named
 * @param time how long the measurement took, without its warm-up
 * @param margin two tasks count as the same if they certainly differ by no more than this share
 * @param caveats why the numbers deserve less trust
 */
public record Race(List<Laps> all, Duration time, double margin, List<String> caveats)
        implements Measured {

    private static final Duration SHORT = Duration.ofNanos(10_000);

    /**
     * How long one task took.
     *
     * @param rounds the median lap of each round, in nanoseconds
     * @param quick a quarter of all laps took no longer
     * @param slow three quarters of all laps took no longer
     * @param latency all laps
     */
    public record Laps(
            String name, List<Double> rounds, Duration quick, Duration slow, Latency latency) {

        public Laps {
            rounds = List.copyOf(rounds);
        }

        static Laps of(String name, List<Double> rounds, Samples all) {
            return new Laps(name, rounds, all.at(25), all.at(75), all.latency());
        }

        /** The median of the rounds. */
        public Duration median() {
            return Median.ofNanos(rounds);
        }

        private boolean isShort() {
            return median().compareTo(SHORT) < 0;
        }

        private String isShortInWords() {
            return "a lap of \"%s\" takes %s, too short to be timed alone: use bench"
                    .formatted(name, Text.of(median()));
        }

        private Comparison.Bar bar() {
            var median = median();
            return new Comparison.Bar(
                    name,
                    Millis.of(median),
                    Math.min(Millis.of(median), Millis.of(quick)),
                    Math.max(Millis.of(median), Millis.of(slow)));
        }
    }

    public Race {
        all = List.copyOf(all);
        caveats = List.copyOf(caveats);
        Require.that(all.size() >= 2, "a race needs two tasks or more, has %d", all.size());
    }

    /** The laps of the task with this name. */
    public Laps laps(String name) {
        return Require.known(name, "task", all, Laps::name);
    }

    /** The laps of the task that was named first. */
    public Laps first() {
        return all.getFirst();
    }

    /** The laps of the task that was named second. */
    public Laps second() {
        return all.get(1);
    }

    /** How many times as long the first task took as the second. */
    public Ratio ratio() {
        return pair(first(), second()).ratio();
    }

    /** How many times as long one task took as another. */
    public Ratio ratio(String name, String other) {
        return pair(laps(name), laps(other)).ratio();
    }

    private Pair pair(Laps one, Laps other) {
        var ratio = Ratio.of(one.rounds(), other.rounds(), Turns.doubt(all.size()));
        return new Pair(one.name(), other.name(), ratio, margin);
    }

    /**
     * The same race with reasons to trust it less: who used the CPUs in the meantime, short laps.
     */
    Race beside(CpuUse use) {
        var doubts = new ArrayList<>(use.caveats());
        all.stream().filter(Laps::isShort).map(Laps::isShortInWords).forEach(doubts::add);
        return new Race(all, time, margin, doubts);
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                all.size() == 2
                        ? "%s against %s".formatted(first().name(), second().name())
                        : "%d tasks, alternating".formatted(all.size()),
                "ms, median with quartiles",
                all.stream().map(Laps::bar).toList());
    }

    @Override
    public String finding() {
        var sentence =
                all.size() == 2
                        ? pair(first(), second()).sentence(time)
                        : "compared with \"%s\", %s".formatted(fastest().name(), relations());
        return "%s (%d rounds)".formatted(sentence, ratio().rounds());
    }

    private String relations() {
        return all.stream()
                .filter(laps -> laps != fastest())
                .map(laps -> pair(laps, fastest()).relation())
                .collect(joining("; "));
    }

    private Laps fastest() {
        return all.stream().min(Comparator.comparing(Laps::median)).orElseThrow();
    }

    @Override
    public String toString() {
        return finding();
    }
}
