package lab.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import lab.measure.CpuWatch;
import lab.measure.Distribution;
import lab.measure.Latency;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Samples;
import lab.measure.Steps;
import lab.measure.Task;
import lab.measure.Text;

/**
 * The same work alone, as in a benchmark, and beside other work of the same program, as in a
 * service (C46). Both are measured alternating, after a warm-up.
 *
 * @param alone the times of the calls while nothing else ran
 * @param beside the times of the calls while the other work ran
 * @param others how many threads did the other work
 * @param cpus how many CPUs this JVM has
 * @param caveats why the numbers deserve less trust
 */
public record Isolation(Latency alone, Latency beside, int others, int cpus, List<String> caveats)
        implements Measured {

    private static final Duration PART = Duration.ofMillis(600);
    private static final int PARTS_OF_WARM_UP = 4;

    /**
     * Measures for about five seconds.
     *
     * @param work what is measured; a call should take less than 50 ms
     * @param other what as many threads as there are CPUs do meanwhile, again and again
     */
    public static Isolation of(Task work, Task other) throws Exception {
        Require.given(work, "work", "() -> Work.hash(\"secret\", 500)");
        Require.given(other, "other work", "() -> Work.lines(1_000)");
        int cpus = Runtime.getRuntime().availableProcessors();
        var alone = new Samples();
        var beside = new Samples();
        var watch = CpuWatch.start();
        try (var steps = Steps.of(5, PART)) {
            steps.next("warming up");
            warmUp(work);
            for (boolean isAlone : List.of(true, false, false, true)) {
                steps.next(isAlone ? "alone" : "beside other work");
                if (isAlone) {
                    repeat(work, alone);
                } else {
                    repeatBeside(work, beside, other, cpus);
                }
            }
        }
        var caveats = watch.use().caveats();
        return new Isolation(alone.latency(), beside.latency(), cpus, cpus, caveats);
    }

    /** A first part that is still being compiled would make "alone" look slow. */
    private static void warmUp(Task work) throws Exception {
        for (int part = 0; part < PARTS_OF_WARM_UP; part++) {
            repeat(work, new Samples());
        }
    }

    private static void repeatBeside(Task work, Samples samples, Task other, int threads)
            throws Exception {
        var neighbours = new ArrayList<Neighbour>();
        try {
            for (int i = 0; i < threads; i++) {
                neighbours.add(Neighbour.start(other));
            }
            repeat(work, samples);
        } finally {
            for (var neighbour : neighbours) {
                neighbour.stop();
            }
        }
    }

    private static void repeat(Task work, Samples samples) throws Exception {
        long end = System.nanoTime() + PART.toNanos();
        do {
            long start = System.nanoTime();
            work.run();
            samples.recordNanos(System.nanoTime() - start);
        } while (System.nanoTime() < end && !Thread.currentThread().isInterrupted());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** How many times as long the typical call (p50) takes beside other work. */
    public double typical() {
        return factor(Latency::p50);
    }

    /** How many times as long the p99 is beside other work. */
    public double tail() {
        return factor(Latency::p99);
    }

    private double factor(Function<Latency, Duration> percentile) {
        double before = Math.max(1, percentile.apply(alone).toNanos());
        return percentile.apply(beside).toNanos() / before;
    }

    @Override
    public Distribution shape() {
        var curves = new LinkedHashMap<String, Latency>();
        curves.put("alone", alone);
        curves.put("beside " + threads(), beside);
        return new Distribution("The same work, in isolation and in company", curves);
    }

    private String threads() {
        return "%d other thread%s on %d CPU%s"
                .formatted(others, others == 1 ? "" : "s", cpus, cpus == 1 ? "" : "s");
    }

    @Override
    public String finding() {
        return "alone p50 %s, p99 %s; beside %s p50 %s, p99 %s"
                .formatted(
                        Text.of(alone.p50()),
                        Text.of(alone.p99()),
                        threads(),
                        Text.of(beside.p50()),
                        Text.of(beside.p99()));
    }

    @Override
    public String toString() {
        return finding();
    }
}
