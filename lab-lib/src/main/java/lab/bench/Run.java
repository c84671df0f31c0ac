package lab.bench;

import static java.time.Duration.between;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import lab.bench.Ran.Ending;
import lab.bench.fork.Event;
import lab.bench.fork.HarnessProcess;
import lab.bench.fork.Order;
import lab.bench.fork.Turnstile;
import lab.measure.Text;

/**
 * One run in one harness: waits until it may measure, then runs round after round until all is
 * decided.
 */
final class Run {

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HarnessProcess harness;
    private final Schedule schedule;
    private final Consumer<BenchProgress> listener;
    private final RunLog log;
    private final Rounds rounds;
    private final Standing standing;
    private final Random random;
    private Instant nextReport = Instant.EPOCH;

    Run(HarnessProcess harness, RunLog log, Consumer<BenchProgress> listener) {
        this.harness = harness;
        this.schedule = log.schedule();
        this.log = log;
        this.listener = listener;
        this.rounds = new Rounds(log);
        this.standing = new Standing(log, InstantSource.system());
        this.random = new Random(schedule.seed());
    }

    BenchResult toTheEnd(Instant start, Turnstile turnstile) throws InterruptedException {
        var prepared = between(start, Instant.now());
        try (var pass = turnstile.pass(threads(), PATIENCE, this::waitingFor)) {
            var began = Instant.now();
            standing.begin();
            listener.accept(standing.progress(announcement()));
            var load = new OtherLoad();
            var caveats = new ArrayList<String>();
            pass.blocker().ifPresent(who -> caveats.add(who + " was measuring at the same time"));
            var ending = allRounds(began.minus(prepared));
            listener.accept(standing.progress(rounds.number(), rounds.ratios()));
            caveats.addAll(load.caveats());
            conclude();
            log.giveUp(harness.lastWords());
            var ran =
                    new Ran(
                            log.rounds(),
                            schedule.seed(),
                            schedule.margin(),
                            ending,
                            between(start, Instant.now()));
            return new BenchResult(
                    log.scores(rounds.doubt()),
                    log.failures(),
                    caveats,
                    List.of(),
                    log.printed(),
                    ran);
        }
    }

    private void waitingFor(Turnstile.Wait wait) {
        listener.accept(standing.waiting(wait));
    }

    private String announcement() {
        int count = schedule.participants().size();
        return "%d benchmark%s in rounds of about %s, for at most about %s"
                .formatted(
                        count,
                        count == 1 ? "" : "s",
                        Text.of(schedule.round()),
                        Text.of(schedule.expected()));
    }

    /** Each round has an order of its own, so that no benchmark always follows the same one. */
    private Ending allRounds(Instant start) throws InterruptedException {
        while (true) {
            var next = rounds.next(between(start, Instant.now()));
            if (log.isDone()) {
                return Ending.STOPPED;
            }
            if (next.isEmpty()) {
                return rounds.ending();
            }
            var order = new ArrayList<>(next);
            Collections.shuffle(order, random);
            for (int number : order) {
                runFork(number);
            }
        }
    }

    private void runFork(int number) throws InterruptedException {
        if (log.isDone()) {
            return;
        }
        if (log.track(number).isProvisional()) {
            harness.order(new Order.Forget(number));
        }
        harness.order(new Order.RunFork(number, log.track(number).item(), schedule.profilers()));
        if (follow() instanceof Event.ForkEnded && !log.track(number).lastCounts()) {
            harness.order(new Order.Forget(number));
        }
    }

    private void conclude() throws InterruptedException {
        harness.order(new Order.Conclude());
        while (!log.isDone()) {
            harness.next(TICK).ifPresent(log::hear);
        }
    }

    /** Follows the harness to the end of a fork, or to its own. */
    private Event follow() throws InterruptedException {
        while (true) {
            var event = harness.next(TICK);
            event.ifPresent(log::hear);
            report();
            if (event.isPresent() && isEnd(event.get())) {
                return event.get();
            }
        }
    }

    private static boolean isEnd(Event event) {
        return event instanceof Event.ForkEnded
                || event instanceof Event.Failed
                || event instanceof Event.Done;
    }

    /** Iterations end more often than a learner can read. */
    private void report() {
        if (!Instant.now().isBefore(nextReport)) {
            listener.accept(standing.progress(rounds.number(), rounds.ratios()));
            nextReport = Instant.now().plus(TICK);
        }
    }

    private int threads() {
        return schedule.items().stream().mapToInt(item -> item.crew().size()).reduce(1, Math::max);
    }
}
