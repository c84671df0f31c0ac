package lab.threads;

import static java.util.stream.Collectors.joining;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import lab.measure.Measured;
import lab.measure.Race;
import lab.measure.Ratio;
import lab.measure.Require;
import lab.measure.Sweep;
import lab.measure.Sweep.Line;
import lab.measure.Sweep.Point;
import lab.measure.Table;
import lab.measure.Task;
import lab.measure.Text;
import lab.measure.Turns;

/**
 * The same tasks on pools of several sizes (C71, C72). The sizes are measured alternating, and for
 * each it is known how many CPUs it really used: a machine that lends a core to other programs must
 * not look like a pool that does not scale.
 *
 * @param sweeps one for each kind of task
 * @param cpus how many CPUs this JVM may use
 */
public record PoolSizes(List<OneKind> sweeps, int cpus) implements Measured {

    private static final Duration BUDGET = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MOST_THREADS = 1_000;
    private static final int MOST_TASKS = 10_000;
    private static final double ABOUT = 0.9;

    /**
     * One kind of task.
     *
     * @param kind its name
     * @param race the sizes, alternating; each is a task of this race
     * @param cores how many CPUs each size kept busy, by ascending size
     */
    public record OneKind(String kind, Race race, Map<Integer, Double> cores) {

        public OneKind {
            cores = Collections.unmodifiableMap(new TreeMap<>(cores));
        }

        /** All sizes, ascending. */
        public List<Integer> sizes() {
            return List.copyOf(cores.keySet());
        }

        /** How many times as fast a pool of this size was as the smallest. */
        public Ratio speedUp(int size) {
            return speedUp(sizes().getFirst(), size);
        }

        /** How many times as fast one size was as another. */
        public Ratio speedUp(int size, int other) {
            return race.ratio(name(size), name(other));
        }

        /** The typical time until all tasks were done. */
        public Duration time(int size) {
            return race.laps(name(size)).median();
        }

        /** The smallest size that is about as fast as the fastest. */
        public int enough() {
            double most = sizes().stream().mapToDouble(this::gain).max().orElseThrow();
            return sizes().stream()
                    .filter(size -> gain(size) > ABOUT * most)
                    .findFirst()
                    .orElseThrow();
        }

        private double gain(int size) {
            return speedUp(size).value();
        }
    }

    public PoolSizes {
        sweeps = List.copyOf(sweeps);
    }

    /**
     * Measures these sizes alternating, for about four seconds.
     *
     * @param tasks how many are handed to the pool at once: 1 to 10,000
     * @param sizes two or more numbers of threads, 1 to 1,000
     */
    public static PoolSizes of(String kind, int tasks, Task task, int... sizes)
            throws InterruptedException {
        return new PoolSizes(List.of(), Runtime.getRuntime().availableProcessors())
                .and(kind, tasks, task, sizes);
    }

    /** And another kind of task. */
    public PoolSizes and(String kind, int tasks, Task task, int... sizes)
            throws InterruptedException {
        Require.given(kind, "kind", "\"waiting\"");
        Require.within(tasks, "tasks", 1, MOST_TASKS, "32");
        Require.given(task, "task", "() -> Thread.sleep(10)");
        Require.given(sizes, "sizes", "1, 2, 4, 8");
        Require.that(sizes.length >= 2, "sizes must be two or more, such as 1, 2, 4, 8");
        for (int size : sizes) {
            Require.within(size, "pool size", 1, MOST_THREADS, "4");
        }
        var more = new ArrayList<>(sweeps);
        more.add(measured(kind, Collections.nCopies(tasks, callable(task)), sizes));
        return new PoolSizes(more, cpus);
    }

    private static Callable<Void> callable(Task task) {
        return () -> {
            task.run();
            return null;
        };
    }

    private static OneKind measured(String kind, List<Callable<Void>> tasks, int... sizes)
            throws InterruptedException {
        var pools = new TreeMap<Integer, Pool>();
        try {
            for (int size : sizes) {
                pools.computeIfAbsent(size, Pool::new);
            }
            var laps = new LinkedHashMap<String, Task>();
            pools.forEach((size, pool) -> laps.put(name(size), () -> pool.run(tasks)));
            var race = Turns.of(laps).within(BUDGET);
            var cores = new TreeMap<Integer, Double>();
            pools.forEach((size, pool) -> cores.put(size, pool.cores()));
            return new OneKind(kind, race, cores);
        } finally {
            pools.values().forEach(Pool::close);
        }
    }

    private static String name(int size) {
        return size == 1 ? "1 thread" : size + " threads";
    }

    /** A pool that knows how many CPUs this process kept busy while it worked. */
    private static final class Pool {

        private static final OperatingSystemMXBean SYSTEM =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        private final ExecutorService threads;
        private long busy;
        private long wall;

        Pool(int size) {
            threads =
                    Executors.newFixedThreadPool(
                            size, Thread.ofPlatform().daemon().name("pool-", 0).factory());
        }

        void run(List<Callable<Void>> tasks) throws Exception {
            long cpu = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            var done = threads.invokeAll(tasks, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            wall += System.nanoTime() - start;
            busy += SYSTEM.getProcessCpuTime() - cpu;
            for (var future : done) {
                try {
                    future.get();
                } catch (CancellationException e) {
                    throw new TimeoutException(
                            "a task did not end within %s; take shorter tasks, or fewer"
                                    .formatted(Text.of(LONGEST)));
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            }
        }

        double cores() {
            return (double) busy / Math.max(1, wall);
        }

        void close() {
            threads.shutdownNow();
        }
    }

    /** The sweep of this kind of task. */
    public OneKind kind(String kind) {
        return Require.known(kind, "kind", sweeps, OneKind::kind);
    }

    @Override
    public List<String> caveats() {
        return sweeps.stream()
                .flatMap(sweep -> sweep.race().caveats().stream())
                .distinct()
                .toList();
    }

    @Override
    public Sweep shape() {
        return new Sweep(
                        "How much faster the same tasks are done by more threads",
                        "threads in the pool",
                        "times as fast as the smallest pool",
                        sweeps.stream().map(PoolSizes::line).toList())
                .asProportional();
    }

    private static Line line(OneKind sweep) {
        return new Line(
                sweep.kind(),
                sweep.sizes().stream()
                        .map(size -> new Point(size, sweep.speedUp(size).value()))
                        .toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("tasks", "threads", "time", "times as fast", "CPUs used"),
                        sweeps.stream().flatMap(PoolSizes::rows).toList()));
    }

    private static Stream<List<String>> rows(OneKind sweep) {
        return sweep.sizes().stream()
                .map(
                        size ->
                                List.of(
                                        sweep.kind(),
                                        Text.of(size),
                                        Text.of(sweep.time(size)),
                                        sweep.speedUp(size).toString(),
                                        Text.of(sweep.cores().get(size))));
    }

    @Override
    public String finding() {
        return sweeps.stream().map(PoolSizes::inWords).collect(joining("; "));
    }

    private static String inWords(OneKind sweep) {
        int enough = sweep.enough();
        if (enough == sweep.sizes().getFirst()) {
            return "%s: hardly faster with more than %s (%s CPUs used)"
                    .formatted(sweep.kind(), name(enough), Text.of(sweep.cores().get(enough)));
        }
        return "%s: %s as fast with %s as with %s (%s CPUs used)%s"
                .formatted(
                        sweep.kind(),
                        Text.times(sweep.gain(enough)),
                        name(enough),
                        name(sweep.sizes().getFirst()),
                        Text.of(sweep.cores().get(enough)),
                        enough < sweep.sizes().getLast() ? ", hardly faster with more" : "");
    }

    @Override
    public String toString() {
        return finding();
    }
}
