package lab.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.bench.fork.Turnstile;
import lab.measure.Comparison.Bar;
import lab.measure.Text;

/** How far a run is, for the learner who watches: the round, the scores and ratios so far. */
final class Standing {

    /** Before this much has run, the plan counts more than the pace of the machine. */
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private static final int SHOWN = 2;

    private final RunLog log;
    private final InstantSource clock;
    private Instant start;

    Standing(RunLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
        begin();
    }

    /** Measuring begins now, perhaps after a wait. */
    void begin() {
        start = clock.instant();
    }

    /** Nothing is measured yet: shows who is measuring, and how long everything takes at most. */
    BenchProgress waiting(Turnstile.Wait wait) {
        var expected = log.schedule().expected();
        var left = wait.left().plus(expected);
        return new BenchProgress(0, left, wait.before(expected), unit(), bars());
    }

    /** What runs now: "round 3: one, 58.2 ns/op so far; two is 1.90 times as fast ...". */
    BenchProgress progress(int round, String ratios) {
        int current = log.current();
        var state = log.running(current).map(score -> text(current) + " so far");
        return progress(
                "round %d: %s, %s%s"
                        .formatted(
                                round,
                                log.name(current),
                                state.orElse("warming up"),
                                ratios.isEmpty() ? "" : "; " + ratios));
    }

    /** The running ratios of the first contests. */
    static String ratios(List<Contest> contests) {
        return contests.stream()
                .limit(SHOWN)
                .map(
                        contest ->
                                "%s against %s: %s times as fast"
                                        .formatted(
                                                contest.better().name(),
                                                contest.other().name(),
                                                contest.ruling().factor()))
                .collect(Collectors.joining("; "));
    }

    BenchProgress progress(String doing) {
        double fraction = Math.min(1, fraction());
        var planned = log.schedule().expected();
        var left = Duration.ofNanos((long) (planned.toNanos() * (1 - fraction) * slowness()));
        return new BenchProgress(fraction, left, doing, unit(), bars());
    }

    private List<Bar> bars() {
        return log.numbers().mapToObj(this::bar).toList();
    }

    /** Of the time limit, or of the forks where their number is fixed. */
    private double fraction() {
        var schedule = log.schedule();
        double planned = Math.max(1, schedule.expected().toNanos());
        return (schedule.isFixed() ? work() : elapsed()).toNanos() / planned;
    }

    private Duration elapsed() {
        return Duration.between(start, clock.instant());
    }

    private Duration work() {
        return log.numbers().mapToObj(this::work).reduce(Duration.ZERO, Duration::plus);
    }

    private Duration work(int number) {
        var track = log.track(number);
        var forks = track.participant().forks() + track.participant().warmupForks();
        double ended = log.hasFailed(number) ? forks : track.forksEnded() + track.share();
        return Duration.ofNanos(
                (long) (track.item().expected().toNanos() * Math.min(forks, ended)));
    }

    /** How many times as long as planned everything takes on this machine, at least 1. */
    private double slowness() {
        if (!log.schedule().isFixed()) {
            return 1;
        }
        double taken = elapsed().plus(BELIEVED).toNanos();
        return Math.max(1, taken / work().plus(BELIEVED).toNanos());
    }

    private Bar bar(int number) {
        if (log.hasFailed(number)) {
            return Bar.exact(log.name(number) + " (failed)", Double.NaN);
        }
        var unit = log.track(number).unit();
        boolean alike = ScoreUnit.isRate(unit) == ScoreUnit.isRate(unit());
        double value = alike ? log.running(number).orElse(0.0) : 0;
        return Bar.exact(log.name(number), value == 0 ? 0 : ScoreUnit.convert(value, unit, unit()));
    }

    /** The unit of all bars; nothing before the first score, which gives the kind. */
    private String unit() {
        return first().map(
                        unit ->
                                ScoreUnit.readable(
                                        unit,
                                        log.numbers()
                                                .filter(n -> isLike(n, unit))
                                                .mapToDouble(n -> in(n, unit))
                                                .min()
                                                .orElse(0)))
                .orElse("");
    }

    private Optional<String> first() {
        return log.numbers()
                .filter(n -> log.running(n).isPresent())
                .mapToObj(n -> log.track(n).unit())
                .findFirst();
    }

    private boolean isLike(int number, String unit) {
        return log.running(number).isPresent()
                && ScoreUnit.isRate(log.track(number).unit()) == ScoreUnit.isRate(unit);
    }

    private double in(int number, String unit) {
        return ScoreUnit.convert(log.running(number).get(), log.track(number).unit(), unit);
    }

    /** "58.2 ns/op". */
    private String text(int number) {
        var own = log.track(number).unit();
        var unit = isLike(number, unit()) ? unit() : own;
        return Text.of(in(number, unit)) + " " + unit;
    }
}
