package lab.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lab.bench.fork.Event;
import lab.bench.fork.HarnessProcess;
import lab.bench.fork.Plan;
import lab.bench.fork.Turnstile;
import lab.measure.Text;

/** One plan in one harness, from the wait for its turn to the result. */
final class Run {

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HarnessProcess harness;
    private final Plan plan;
    private final Consumer<Progress> listener;
    private final Tally tally;

    Run(HarnessProcess harness, Tally tally, Consumer<Progress> listener) {
        this.harness = harness;
        this.plan = tally.plan();
        this.tally = tally;
        this.listener = listener;
    }

    BenchResult toTheEnd(Instant start, Turnstile turnstile) throws InterruptedException {
        try (var pass = turnstile.pass(threads(), PATIENCE, this::waitingFor)) {
            listener.accept(tally.progress(announcement()));
            harness.submit(plan);
            var load = new OtherLoad(harness.handle());
            var caveats = new ArrayList<String>();
            pass.blocker().ifPresent(who -> caveats.add(who + " was measuring at the same time"));
            caveats.addAll(follow(load));
            tally.giveUp(harness.lastWords());
            var took = Duration.between(start, Instant.now());
            return new BenchResult(
                    tally.scores(), tally.failures(), caveats, List.of(), tally.printed(), took);
        }
    }

    private void waitingFor(Turnstile.Wait wait) {
        listener.accept(tally.waiting(wait));
    }

    /** How many there are, and how long each takes on average. */
    private String announcement() {
        int items = plan.items().size();
        var each = Text.of(plan.expected().dividedBy(items));
        return items == 1
                ? "1 benchmark of about " + each
                : "%d benchmarks of about %s each".formatted(items, each);
    }

    /** Follows the harness to its end; the caveats are taken just before. */
    private List<String> follow(OtherLoad load) throws InterruptedException {
        while (!tally.isDone()) {
            var event = harness.next(TICK);
            if (event.isPresent() && event.get() instanceof Event.Done) {
                var caveats = load.caveats(threads());
                tally.hear(event.get());
                return caveats;
            }
            event.ifPresent(tally::hear);
            listener.accept(tally.progress());
        }
        return List.of();
    }

    private int threads() {
        return plan.items().stream().mapToInt(item -> item.crew().size()).reduce(1, Math::max);
    }
}
