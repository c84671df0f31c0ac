package lab.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/**
 * Compares tasks that run alternating, so that whatever disturbs one of them disturbs the others
 * too. The result is the ratio of each pair with its interval:
 *
 * <pre>{@code
 * Turns.of("new", this::connect).and("pooled", this::borrow).within(ofSeconds(3))
 * }</pre>
 *
 * <p>A pass runs the tasks forward and backward (new, pooled, pooled, new), which cancels a steady
 * drift; the next pass begins with another task. A round repeats passes until a sixteenth of the
 * budget is used. A task's time in a round is the median of its laps. {@link Ratio} compares the
 * rounds.
 *
 * <p>After 4, 6, 9, 12 and 16 rounds it looks at the ratios, and it ends at the first look at which
 * all of them are settled. Several looks must not cause more false alarms: each interval is wide
 * enough that all looks at all pairs together are wrong in at most 1 of 100 runs (Bonferroni's
 * correction, which holds however much the looks depend on each other).
 *
 * <p>For tasks that take 10 microseconds or more; JMH measures shorter ones.
 */
public final class Turns {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final double DOUBT = 0.01;
    private static final double MARGIN = 0.03;

    private final SequencedMap<String, Timed> tasks;
    private final double margin;
    private final LongSupplier clock;

    /** A task that measures itself, because only a part of it counts. */
    public interface Timed {

        /** Runs once and returns how long the part that counts took. */
        Duration run() throws Exception;
    }

    private Turns(SequencedMap<String, Timed> tasks, double margin, LongSupplier clock) {
        this.tasks = tasks;
        this.margin = margin;
        this.clock = clock;
    }

    /** The first task. */
    public static Turns of(String name, Task task) {
        return none(System::nanoTime).and(name, task);
    }

    /** Several tasks, by name. */
    public static Turns of(SequencedMap<String, Task> tasks) {
        var turns = none(System::nanoTime);
        for (var task : Require.given(tasks, "tasks", "two or more").sequencedEntrySet()) {
            turns = turns.and(task.getKey(), task.getValue());
        }
        return turns;
    }

    /** The first task, of which only a part counts. */
    public static Turns ofTimed(String name, Timed task) {
        return none(System::nanoTime).andTimed(name, task);
    }

    static Turns none(LongSupplier clock) {
        return new Turns(new LinkedHashMap<>(), MARGIN, clock);
    }

    /** Adds one more task. */
    public Turns and(String name, Task task) {
        Require.given(task, "task", "() -> first()");
        return andTimed(
                name,
                () -> {
                    long start = clock.getAsLong();
                    task.run();
                    return Duration.ofNanos(clock.getAsLong() - start);
                });
    }

    /** Adds one more task, of which only a part counts. */
    public Turns andTimed(String name, Timed task) {
        Require.given(task, "task", "() -> timed()");
        Require.given(name, "name", "\"first\"");
        Require.that(
                !tasks.containsKey(name),
                "each task must have its own name, \"%s\" is taken",
                name);
        var more = new LinkedHashMap<>(tasks);
        more.put(name, task);
        return new Turns(more, margin, clock);
    }

    /**
     * Two tasks count as the same if they certainly differ by no more than this.
     *
     * @param share 0.001 to 1, such as 0.03 for 3 %, which is the default
     */
    public Turns margin(double share) {
        Require.within(share, "margin", 0.001, 1, "0.03");
        return new Turns(tasks, share, clock);
    }

    /**
     * Measures for about this long at most; quick mode takes a third of it. Slow tasks take as long
     * as six rounds need if four do not decide, up to half a minute or three times the budget.
     *
     * @throws IllegalStateException naming the task that failed, or a thread of an earlier cell
     *     that still keeps a CPU busy
     */
    public Race within(Duration budget) throws InterruptedException {
        Require.within(budget, "budget", SHORTEST, LONGEST, "within(ofSeconds(3))");
        Require.that(
                tasks.size() >= 2,
                "two or more tasks must take turns, was only %s; add one: and(\"other\", …)",
                tasks.keySet());
        Runaways.refuse();
        var watch = CpuWatch.start();
        var race = new Alternation(tasks, Pace.of(budget, QUICK), margin, clock).run();
        return race.beside(watch.use());
    }

    /** The probability that the interval of one pair at one look may be wrong. */
    public static double doubt(int tasks) {
        int pairs = Math.max(1, tasks * (tasks - 1) / 2);
        return DOUBT / Alternation.LOOKS.size() / pairs;
    }
}
