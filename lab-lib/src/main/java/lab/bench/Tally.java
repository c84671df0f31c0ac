package lab.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import lab.bench.BenchResult.Failure;
import lab.bench.fork.Cause;
import lab.bench.fork.Event;
import lab.bench.fork.Item;
import lab.bench.fork.Outcome;
import lab.bench.fork.Plan;
import lab.bench.fork.Printed;
import lab.bench.fork.Turnstile;
import lab.measure.Comparison.Bar;

/** Adds up what the harness tells: how far it is, the scores so far, the scores at last. */
final class Tally {

    /** So much of the plan is believed at first, whatever the machine's pace seems to be. */
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private final Plan plan;
    private final InstantSource clock;
    private final Function<Cause, String> place;
    private final Names names;
    private final RunningScores running;
    private final Duration[] spent;
    private final boolean[] ended;
    private final List<Score> scores = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Map<String, Printed> printed = new LinkedHashMap<>();
    private Optional<Instant> begun = Optional.empty();
    private int current;
    private boolean done;

    /** Takes a way to say where a cause lies. */
    Tally(Plan plan, InstantSource clock, Function<Cause, String> place) {
        this.plan = plan;
        this.clock = clock;
        this.place = place;
        this.names = new Names(plan.items());
        int items = plan.items().size();
        running = new RunningScores(items);
        spent = new Duration[items];
        Arrays.fill(spent, Duration.ZERO);
        ended = new boolean[items];
    }

    Plan plan() {
        return plan;
    }

    void hear(Event event) {
        switch (event) {
            case Event.ForkStarted(int item) -> {
                current = item;
                begun = begun.or(() -> Optional.of(clock.instant()));
                spend(item, Item.FORK);
            }
            case Event.Iterated iterated -> hear(iterated);
            case Event.Finished(int item, Outcome outcome) -> {
                ended[item] = true;
                scores.add(Scoring.of(plan.items().get(item), names, outcome));
            }
            case Event.Failed(int item, Cause cause) -> fail(item, place.apply(cause));
            case Event.Said(int item, Printed more) ->
                    printed.merge(names.of(plan.items().get(item)), more, Printed::and);
            case Event.Done() -> done = true;
        }
    }

    private void hear(Event.Iterated iterated) {
        var item = plan.items().get(iterated.item());
        var rounds = iterated.counted() ? item.measurement() : item.warmup();
        spend(iterated.item(), rounds.time());
        if (iterated.counted()) {
            running.add(iterated.item(), iterated.score(), iterated.unit());
        }
    }

    private void spend(int item, Duration time) {
        spent[item] = spent[item].plus(time);
    }

    private void fail(int item, String error) {
        ended[item] = true;
        failures.add(new Failure(names.of(plan.items().get(item)), error));
    }

    boolean isDone() {
        return done;
    }

    /** Counts whatever has not ended as failed. */
    void giveUp(String why) {
        for (int item = 0; item < ended.length; item++) {
            if (!ended[item]) {
                fail(item, why);
            }
        }
    }

    List<Score> scores() {
        return scores;
    }

    List<Failure> failures() {
        return failures;
    }

    /** What each benchmark printed, by its name. */
    List<String> printed() {
        return printed.entrySet().stream().map(by -> by.getValue().by(by.getKey())).toList();
    }

    Progress progress() {
        var state = running.has(current) ? running.text(current) + " so far" : "warming up";
        return progress(
                "%d of %d: %s, %s"
                        .formatted(
                                current + 1,
                                plan.items().size(),
                                names.of(plan.items().get(current)),
                                state));
    }

    /** Nothing is measured yet: says who is in the way, and how long everything takes at most. */
    Progress waiting(Turnstile.Wait wait) {
        var bars = IntStream.range(0, ended.length).mapToObj(this::bar).toList();
        var left = wait.left().plus(plan.expected());
        return new Progress(0, left, wait.before(plan.expected()), running.unit(), bars);
    }

    Progress progress(String doing) {
        double total = Math.max(1, plan.expected().toNanos());
        double fraction = Math.min(1, work().toNanos() / total);
        var left = Duration.ofNanos((long) (total * (1 - fraction) * slowness()));
        var bars = IntStream.range(0, ended.length).mapToObj(this::bar).toList();
        return new Progress(fraction, left, doing, running.unit(), bars);
    }

    /** How many times as long as planned everything takes on this machine, at least 1. */
    private double slowness() {
        var elapsed = begun.map(start -> Duration.between(start, clock.instant()));
        double taken = elapsed.orElse(Duration.ZERO).plus(BELIEVED).toNanos();
        return Math.max(1, taken / work().plus(BELIEVED).toNanos());
    }

    private Duration work() {
        var work = Duration.ZERO;
        for (int item = 0; item < ended.length; item++) {
            work = work.plus(ended[item] ? plan.items().get(item).expected() : spent[item]);
        }
        return work;
    }

    private Bar bar(int item) {
        var name = names.of(plan.items().get(item));
        return failures.stream().anyMatch(failure -> failure.name().equals(name))
                ? Bar.exact(name + " (failed)", Double.NaN)
                : Bar.exact(name, running.mean(item));
    }
}
