package lab.bench.fork;

import java.util.Collection;
import java.util.function.Consumer;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/** What JMH would print about one item, as events; what it prints in words is kept for errors. */
final class EventFormat implements OutputFormat {

    private static final int KEPT = 20_000;

    private final int number;
    private final Item item;
    private final Consumer<Event> listener;
    private final HungForks hung;
    private final StringBuilder said = new StringBuilder();

    EventFormat(int number, Item item, Consumer<Event> listener, HungForks hung) {
        this.number = number;
        this.item = item;
        this.listener = listener;
        this.hung = hung;
    }

    /** The last words of JMH and of the measured process. */
    synchronized String said() {
        return said.toString();
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams round, int count) {
        hung.iterationStarted(item);
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams round, int count, IterationResult data) {
        hung.iterationStarted(item);
        var score = data.getPrimaryResult();
        boolean counted = round.getType() == IterationType.MEASUREMENT;
        listener.accept(
                new Event.Iterated(number, counted, score.getScore(), score.getScoreUnit()));
    }

    @Override
    public synchronized void print(String text) {
        said.append(text);
        if (said.length() > KEPT) {
            said.delete(0, said.length() - KEPT);
        }
    }

    @Override
    public void println(String text) {
        if (text.startsWith("# Fork: ")) {
            hung.forkStarted(item);
            listener.accept(new Event.ForkStarted(number));
        }
        print(text + "\n");
    }

    /** What a fork's JVM itself prints, past Java's streams. */
    @Override
    public void write(int b) {
        System.out.write(b);
        print(String.valueOf((char) b));
    }

    @Override
    public void write(byte[] bytes) {
        System.out.writeBytes(bytes);
        print(new String(bytes));
    }

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {}

    @Override
    public void endBenchmark(BenchmarkResult result) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
