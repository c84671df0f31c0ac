package lab.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.measure.Turns.Timed;

/** One run of {@link Turns}. */
final class Alternation {

    static final List<Integer> LOOKS = List.of(4, 6, 9, 12, 16);

    private static final int ROUNDS = LOOKS.getLast();

    /**
     * Of four rounds a single one that was disturbed leaves nothing decided, whatever the ratio.
     */
    private static final int OF_SLOW_TASKS = LOOKS.get(1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration WARM_UP = Duration.ofMillis(200);

    private final List<Runner> runners = new ArrayList<>();
    private final Duration budget;
    private final double margin;
    private final LongSupplier clock;
    private long start;
    private int rounds;
    private int passes;

    Alternation(
            SequencedMap<String, Timed> tasks, Duration budget, double margin, LongSupplier clock) {
        tasks.forEach((name, task) -> runners.add(new Runner(name, task)));
        this.budget = budget;
        this.margin = margin;
        this.clock = clock;
    }

    Race run() throws InterruptedException {
        try (var steps = Steps.of(ROUNDS, budget.dividedBy(ROUNDS))) {
            passUntil(clock.getAsLong() + WARM_UP.multipliedBy(runners.size()).toNanos());
            runners.forEach(Runner::forget);
            start = clock.getAsLong();
            do {
                steps.next(names());
                round();
            } while (!isSettled() && isTimeLeft());
            return race();
        }
    }

    private String names() {
        return runners.stream().map(Runner::name).collect(Collectors.joining(", "));
    }

    private void round() throws InterruptedException {
        rounds++;
        passUntil(start + budget.multipliedBy(rounds).dividedBy(ROUNDS).toNanos());
        runners.forEach(Runner::endRound);
    }

    private void passUntil(long end) throws InterruptedException {
        do {
            pass();
        } while (clock.getAsLong() < end);
    }

    /**
     * Runs all tasks forward and backward. Each pass begins with a different task, so every task
     * follows every other.
     */
    private void pass() throws InterruptedException {
        var order = new ArrayList<>(runners);
        Collections.rotate(order, -passes++);
        for (var runner : order) {
            runner.lap();
        }
        for (var runner : order.reversed()) {
            runner.lap();
        }
    }

    private boolean isSettled() {
        return rounds == ROUNDS || LOOKS.contains(rounds) && areAllSettled();
    }

    private boolean areAllSettled() {
        return IntStream.range(0, runners.size())
                .allMatch(
                        i ->
                                runners.subList(i + 1, runners.size()).stream()
                                        .allMatch(other -> isSettled(runners.get(i), other)));
    }

    private boolean isSettled(Runner one, Runner other) {
        var ratio = Ratio.of(one.rounds(), other.rounds(), Turns.doubt(runners.size()));
        return new Pair(one.name(), other.name(), ratio, margin).isSettled();
    }

    private boolean isTimeLeft() {
        var spent = spent();
        return spent.compareTo(budget) < 0
                || rounds < OF_SLOW_TASKS
                        && (spent.compareTo(budget.multipliedBy(3)) < 0
                                || spent.compareTo(PATIENCE) < 0);
    }

    private Duration spent() {
        return Duration.ofNanos(clock.getAsLong() - start);
    }

    private Race race() {
        return new Race(runners.stream().map(Runner::laps).toList(), spent(), margin, List.of());
    }
}
