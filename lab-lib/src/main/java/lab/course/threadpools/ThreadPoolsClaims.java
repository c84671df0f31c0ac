package lab.course.threadpools;

import static java.util.stream.Collectors.joining;
import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;
import static lab.exercise.Prediction.choice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import lab.exercise.Finding;
import lab.measure.Costs;
import lab.measure.Millis;
import lab.measure.Race;
import lab.measure.Ratio;
import lab.measure.Text;
import lab.threads.Concurrency;
import lab.threads.Hogs;
import lab.threads.Hogs.Run;
import lab.threads.PoolSizes;

/** What the results of notebook 03 say about the guides' claims. */
final class ThreadPoolsClaims {

    /** S3 says 30 to 100 ms for a worker of Node.js, S2 says several. */
    private static final Duration OF_S3 = Duration.ofMillis(30);

    private static final Duration OF_S2 = Duration.ofMillis(3);

    /** A pool of this many per cent of the best is as good as the best. */
    private static final double ALIKE = 1.15;

    private static final double USED = 0.7;
    private static final double MANY_TIMES = 4;
    private static final double HARDLY = 1.3;
    private static final double COPY = 2;
    private static final String TOGETHER =
            "tasks that wait for each other, for example for the same lock";

    /** Memory outside the heap is shared as well: no copy is made. */
    private static final List<String> SHARED = List.of("shared", "outside the heap");

    private ThreadPoolsClaims() {}

    static Finding newWorker(Costs costs) {
        var platform = costs.cost("a new platform thread").warm();
        var pooled = costs.cost("a thread of a pool").warm();
        var process = costs.cost("a new JVM").warm();
        String here =
                "the same task takes %s on a new platform thread and %s on one of a pool; a new JVM"
                        + " takes %s";
        return worker(
                        here.formatted(Text.of(platform), Text.of(pooled), Text.of(process)),
                        platform.minus(pooled))
                .bearingOut(choice("03.1", Millis.of(platform)));
    }

    /**
     * @param starting what a new thread takes longer than one that is there
     */
    private static Finding worker(String here, Duration starting) {
        if (starting.compareTo(OF_S3) >= 0) {
            return holds(here, "");
        }
        return starting.compareTo(OF_S2) >= 0
                ? holdsIf(here, "with the several milliseconds of S2, not with 30 to 100 ms")
                : doesNotHold(
                        here,
                        "a worker of Node.js brings a runtime of its own; a thread of a JVM shares"
                                + " the one that is there");
    }

    static Finding asManyAsCpus(PoolSizes sizes) {
        var computing = sizes.kind("computing");
        int cpus = sizes.cpus();
        int largest = computing.sizes().getLast();
        if (!computing.sizes().containsAll(List.of(1, cpus)) || largest < 2 * cpus) {
            return inconclusive(
                    "pools of %s threads on %d CPU%s"
                            .formatted(computing.sizes(), cpus, cpus == 1 ? "" : "s"),
                    "this claim needs pools of 1, of %d and of %d threads or more"
                            .formatted(cpus, 2 * cpus));
        }
        var gain = computing.speedUp(cpus);
        var more = computing.speedUp(cpus, largest);
        String here =
                cpus == 1
                        ? "on 1 CPU, %d threads are %s as fast as 1"
                                .formatted(largest, Text.times(more.value()))
                        : "%d threads on %d CPUs are %s as fast as 1, and %d are %s as fast as %d"
                                .formatted(
                                        cpus,
                                        cpus,
                                        Text.times(gain.value()),
                                        largest,
                                        Text.times(more.value()),
                                        cpus);
        if (more.low() > ALIKE) {
            return doesNotHold(
                            here,
                            "more threads than CPUs are faster: do the tasks wait, or are they no"
                                    + " multiple of the CPUs?")
                    .bearingOut(choice("03.2", 1 / more.value()));
        }
        if (gain.value() >= USED * cpus && more.value() <= ALIKE) {
            return holds(
                            here,
                            cpus == 1
                                    ? "with one CPU, one thread is enough"
                                    : "a CPU does one thing at a time; more threads only take"
                                            + " turns")
                    .bearingOut(choice("03.2", 1 / more.value()));
        }
        return inconclusive(here, whyNotFaster(sizes, computing.cores().get(cpus)));
    }

    private static String whyNotFaster(PoolSizes sizes, double cores) {
        return cores >= USED * sizes.cpus() || !sizes.caveats().isEmpty()
                ? "run the cell again when no other program uses the CPUs"
                : ("these tasks kept only %s of %d CPUs busy: are there too few of them, or do they"
                                + " wait for a lock?")
                        .formatted(Text.of(cores), sizes.cpus());
    }

    static Finding noUseForWaiting(PoolSizes sizes) {
        return waiting(
                sizes,
                here ->
                        doesNotHold(
                                here,
                                "a call that blocks needs a thread while it waits; an event loop,"
                                        + " or virtual threads, need few for many calls"),
                here -> holdsIf(here, "for " + TOGETHER));
    }

    /** The guides contradict each other: this is the opposite of the claim above. */
    static Finding threadsForWaiting(PoolSizes sizes) {
        return waiting(
                sizes,
                here ->
                        holdsIf(
                                here,
                                "if a call blocks its thread, as on the JVM; one process is enough."
                                        + " In Node.js the event loop waits for all calls"),
                here -> doesNotHold(here, "threads do not help " + TOGETHER));
    }

    /**
     * @param ofGain what follows where more threads do tasks that wait many times as fast
     * @param ofNone what follows where they gain nothing although the CPUs are idle
     */
    private static Finding waiting(
            PoolSizes sizes, Function<String, Finding> ofGain, Function<String, Finding> ofNone) {
        var waiting = sizes.kind("waiting");
        int largest = waiting.sizes().getLast();
        var gain = waiting.speedUp(largest);
        String here =
                "%d threads do waiting tasks %s as fast as %d"
                        .formatted(largest, Text.times(gain.value()), waiting.sizes().getFirst());
        if (waiting.sizes().getFirst() != 1) {
            return inconclusive(here, "this claim needs a pool of 1 thread for comparison");
        }
        if (gain.low() >= MANY_TIMES) {
            return ofGain.apply(here);
        }
        if (waiting.cores().get(largest) >= USED * sizes.cpus()) {
            return inconclusive(here, "these tasks compute: this claim is about tasks that wait");
        }
        return gain.high() < HARDLY
                ? ofNone.apply(here)
                : inconclusive(here, "add a pool of 8 threads or more, and as many tasks");
    }

    static Finding hiddenPool(Concurrency hidden) {
        var common = hidden.run("common pool");
        var four = hidden.run("Vert.x, 4 workers");
        var sixteen = hidden.run("Vert.x, 16 workers");
        String here =
                "at most %d of %d tasks ran at once with 4 workers, %d with 16, and %d in the"
                        + " common pool";
        return hiddenPool(
                        here.formatted(four.most(), four.tasks(), sixteen.most(), common.most()),
                        four,
                        sixteen)
                .bearingOut(sharedBy(common));
    }

    private static Finding hiddenPool(String here, Concurrency.Run four, Concurrency.Run sixteen) {
        if (four.tasks() <= 4) {
            return inconclusive(here, "submit more tasks than there are workers");
        }
        if (four.most() < 4 && sixteen.most() < 4) {
            return inconclusive(here, "the tasks end too soon to run at the same time");
        }
        return sixteen.most() != four.most()
                ? holdsIf(here, "each library has a pool and a default of its own: look them up")
                : doesNotHold(here, "the size of the pool made no difference");
    }

    /** With five CPUs, or more than tasks, two of the choices mean the same. */
    private static Character[] sharedBy(Concurrency.Run common) {
        var came = new ArrayList<Character>();
        if (common.most() == common.tasks()) {
            came.add('a');
        }
        if (common.most() == 4) {
            came.add('b');
        }
        if (common.most() <= Runtime.getRuntime().availableProcessors()) {
            came.add('c');
        }
        return came.toArray(Character[]::new);
    }

    static Finding oneBlocksAll(Hogs hogs) {
        var kinds = hogs.runs().stream().map(Run::name).toList();
        if (!kinds.containsAll(List.of("virtual threads", "platform threads"))) {
            return inconclusive(hogs.finding(), "measure both kinds of threads in one cell");
        }
        var virtual = hogs.run("virtual threads");
        var platform = hogs.run("platform threads");
        String here = hogs.finding();
        if (platform.started() < platform.newcomers()) {
            return inconclusive(here, "beside platform threads all should start; run it again");
        }
        return blocked(here, virtual, hogs.carriers())
                .bearingOut(choice("03.4", virtual.started()));
    }

    private static Finding blocked(String here, Run virtual, int carriers) {
        if (virtual.started() == virtual.newcomers()) {
            return doesNotHold(
                    here,
                    virtual.hogs() < carriers
                            ? "a carrier was left for the others"
                            : "nothing that computes held up the others");
        }
        return holdsIf(
                here,
                ("for virtual threads: as many of them as there are carriers (%d) must compute;"
                                + " those that wait block nobody")
                        .formatted(carriers));
    }

    static Finding sharing(Race race) {
        var others = new TreeMap<String, Ratio>();
        for (var laps : race.all()) {
            if (!SHARED.contains(laps.name())) {
                others.put(laps.name(), race.ratio(laps.name(), SHARED.getFirst()));
            }
        }
        if (others.isEmpty()) {
            return inconclusive(race.finding(), "this claim needs a copy for comparison");
        }
        String here =
                others.entrySet().stream()
                        .map(one -> "%s takes %s as long".formatted(one.getKey(), one.getValue()))
                        .collect(joining(", ", "compared with shared memory, ", ""));
        var least = Collections.min(others.values(), Comparator.comparingDouble(Ratio::low));
        if (least.low() >= COPY) {
            return holds(here, "");
        }
        return least.high() < COPY
                ? doesNotHold(here, "copying this much costs little beside the work")
                : inconclusive(here, "run the cell again, or share more");
    }
}
