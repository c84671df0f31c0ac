package lab.bench;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import lab.bench.Ran.Ending;
import lab.measure.Pace;

/**
 * Decides after each round which benchmarks run in the next. It looks at the contests only after
 * the rounds that {@link Looks} names, and never twice after the same round.
 */
final class Rounds {

    /** With no rival there is nothing to decide; this many forks show how a benchmark varies. */
    private static final int ALONE = 6;

    private static final int QUICK_ALONE = 3;
    private static final Duration PATIENCE = Duration.ofMillis(7_500);

    private final RunLog log;
    private final Schedule schedule;
    private final Looks looks;
    private int number;
    private int lookedAt;
    private boolean decided;
    private boolean hasRivals = true;
    private String ratios = "";
    private Ending ending = Ending.FORKS;

    Rounds(RunLog log) {
        this.log = log;
        this.schedule = log.schedule();
        this.looks = schedule.looks();
    }

    /** The number of the running round, from 1. */
    int number() {
        return number;
    }

    /** The ratios after the last round. */
    String ratios() {
        return ratios;
    }

    Ending ending() {
        return ending;
    }

    /** The doubt that each contest may leave at the end. */
    double doubt() {
        return schedule.hasOneLook()
                ? looks.doubtOfOneLook()
                : looks.doubt(Math.max(log.rounds(), lookedAt));
    }

    /** The benchmarks of the next round; none if there is none. */
    List<Integer> next(Duration elapsed) {
        look();
        var open = open();
        if (!open.isEmpty() && isEnough(open, elapsed)) {
            open = List.of();
        }
        number++;
        var withFixed = new TreeSet<>(open);
        log.healthy().stream()
                .filter(n -> log.track(n).participant().isFixed() && !log.track(n).isOver())
                .forEach(withFixed::add);
        return List.copyOf(withFixed);
    }

    private List<Integer> open() {
        return log.healthy().stream()
                .filter(n -> !log.track(n).participant().isFixed() && !log.track(n).isOver())
                .toList();
    }

    private void look() {
        int rounds = log.rounds();
        if (rounds == 0 || log.isDone()) {
            return;
        }
        var contests = log.contests(doubt());
        ratios = Standing.ratios(contests.all());
        hasRivals = !contests.all().isEmpty();
        if (rounds > lookedAt && Looks.isAt(rounds)) {
            lookedAt = rounds;
            decided = hasRivals && contests.areDecided();
        }
    }

    private boolean isEnough(List<Integer> open, Duration elapsed) {
        if (schedule.endsEarly() && decided && !hasTimeForMore(open, elapsed)) {
            ending = Ending.DECIDED;
            return true;
        }
        if (schedule.endsEarly() && !hasRivals && log.rounds() >= alone()) {
            ending = Ending.NO_RIVAL;
            return true;
        }
        if (number > 0 && elapsed.plus(log.round(open)).compareTo(limit()) > 0) {
            ending = Ending.TIME;
            return true;
        }
        return false;
    }

    /** Quick mode is short, but never too short for the first look on a busy machine. */
    private Duration limit() {
        boolean isBeforeFirstLook = Pace.isQuick() && log.rounds() < QUICK_ALONE;
        return isBeforeFirstLook ? schedule.limit().multipliedBy(3) : schedule.limit();
    }

    /** What is decided after three rounds gets a narrower interval if the run is still short. */
    private boolean hasTimeForMore(List<Integer> open, Duration elapsed) {
        return !Pace.isQuick()
                && log.rounds() < ALONE
                && elapsed.plus(log.round(open)).compareTo(PATIENCE) <= 0;
    }

    private static int alone() {
        return Pace.isQuick() ? QUICK_ALONE : ALONE;
    }
}
