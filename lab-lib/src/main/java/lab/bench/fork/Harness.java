package lab.bench.fork;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The process between notebook and forks: reads {@link Order}s from its input, runs JMH fork by
 * fork, writes {@link Event}s to its output. It ends with its forks as soon as its input ends, that
 * is, when the kernel is gone.
 */
final class Harness {

    private final ObjectOutputStream out;
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final HungForks hung = new HungForks();
    private final PooledForks forks = new PooledForks();

    private Harness(ObjectOutputStream out) {
        this.out = out;
    }

    /** Started by {@link HarnessProcess} only. */
    public static void main(String[] args) throws Exception {
        var out = new ObjectOutputStream(System.out);
        out.flush();
        System.setOut(System.err);
        var harness = new Harness(out);
        Thread.ofPlatform().daemon().name("orders").start(harness::read);
        harness.obey();
    }

    /** The end of the input is the end of this process. */
    private void read() {
        try (var in = new ObjectInputStream(System.in)) {
            while (true) {
                orders.add((Order) in.readObject());
            }
        } catch (IOException | ClassNotFoundException e) {
            HungForks.killForks();
            Runtime.getRuntime().halt(1);
        }
    }

    private void obey() throws InterruptedException {
        while (true) {
            switch (orders.take()) {
                case Order.RunFork order -> run(order);
                case Order.Forget(int number) -> forks.forgetLast(number);
                case Order.Conclude() -> conclude();
            }
        }
    }

    private void run(Order.RunFork order) {
        try (var printout = new Printout()) {
            var end = attempt(order);
            var printed = printout.printed();
            if (end instanceof Event.Failed failed) {
                forks.remove(order.number());
                printed = printed.without(failed.cause().error());
            }
            if (!printed.isEmpty()) {
                tell(new Event.Said(order.number(), printed));
            }
            tell(end);
        }
    }

    private Event attempt(Order.RunFork order) {
        int number = order.number();
        var format = new EventFormat(number, order.item(), this::tell, hung);
        hung.begin();
        try {
            var results = new Runner(JmhOptions.of(order), format).run();
            hung.end();
            forks.add(number, results);
            return results.isEmpty()
                    ? new Event.Failed(number, Causes.of(null, format.said()))
                    : new Event.ForkEnded(number);
        } catch (RunnerException | RuntimeException e) {
            hung.end();
            var cause =
                    hung.takeReason().map(Cause::of).orElseGet(() -> Causes.of(e, format.said()));
            return new Event.Failed(number, Heap.of(order.item().jvmArgs()).advised(cause));
        }
    }

    private void conclude() {
        forks.outcomes().forEach((number, outcome) -> tell(new Event.Concluded(number, outcome)));
        tell(new Event.Done());
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
