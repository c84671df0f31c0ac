package lab.bench.fork;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The process between notebook and forks: reads a {@link Plan} from its input, runs JMH, writes
 * {@link Event}s to its output. It ends with its forks as soon as its input ends, that is, when the
 * kernel is gone.
 */
final class Harness {

    private final ObjectOutputStream out;
    private final Plan plan;
    private final HungForks hung = new HungForks();

    private Harness(Plan plan, ObjectOutputStream out) {
        this.plan = plan;
        this.out = out;
    }

    /** Started by {@link HarnessProcess} only. */
    public static void main(String[] args) throws Exception {
        var out = new ObjectOutputStream(System.out);
        out.flush();
        System.setOut(System.err);
        var in = new ObjectInputStream(System.in);
        var plan = (Plan) in.readObject();
        var end = Thread.ofPlatform().daemon().start(Harness::endWithTheKernel);
        new Harness(plan, out).runAll();
        end.join();
    }

    private static void endWithTheKernel() {
        try {
            while (System.in.read() >= 0) {
                // Nothing more is expected.
            }
        } catch (IOException e) {
            // As good as its end.
        }
        HungForks.killForks();
        Runtime.getRuntime().halt(1);
    }

    private void runAll() {
        for (int item = 0; item < plan.items().size(); item++) {
            run(item);
        }
        tell(new Event.Done());
    }

    private void run(int number) {
        try (var printout = new Printout()) {
            var end = attempt(number);
            var printed = printout.printed();
            if (end instanceof Event.Failed failed) {
                printed = printed.without(failed.cause().error());
            }
            if (!printed.isEmpty()) {
                tell(new Event.Said(number, printed));
            }
            tell(end);
        }
    }

    private Event attempt(int number) {
        var item = plan.items().get(number);
        var format = new EventFormat(number, item, this::tell, hung);
        hung.begin();
        try {
            var results = new Runner(JmhOptions.of(item, plan.profilers()), format).run();
            hung.end();
            return event(number, results, format);
        } catch (RunnerException | RuntimeException e) {
            hung.end();
            var cause =
                    hung.takeReason().map(Cause::of).orElseGet(() -> Causes.of(e, format.said()));
            return new Event.Failed(number, Heap.of(item.jvmArgs()).advised(cause));
        }
    }

    private static Event event(int number, Collection<RunResult> results, EventFormat format) {
        if (results.isEmpty()) {
            return new Event.Failed(number, Causes.of(null, format.said()));
        }
        return new Event.Finished(number, Outcomes.of(results.iterator().next()));
    }

    private synchronized void tell(Event event) {
        try {
            out.writeObject(event);
            out.reset();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
