package lab.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.bench.fork.Event;
import lab.bench.fork.Item;
import lab.bench.fork.Iterations;
import lab.measure.Median;
import lab.measure.Pace;

/** What the forks of one benchmark have shown so far, and how its next fork runs. */
final class Track {

    /** A warm-up grows to the eightfold at most. */
    private static final int MOST_DOUBLINGS = 3;

    private static final int QUICK_DOUBLINGS = 1;

    private final Participant participant;
    private final List<Double> forks = new ArrayList<>();
    private final List<Double> warmups = new ArrayList<>();
    private final List<Double> counted = new ArrayList<>();
    private final List<Duration> iterations = new ArrayList<>(); // of those that count
    private Item item;
    private String unit = "";
    private Duration lastFork;
    private Duration lastPlan;
    private Instant forkStart = Instant.EPOCH;
    private Instant iterationStart = Instant.EPOCH;
    private int warmupForks;
    private int doublings;
    private int ended;
    private boolean lastCounts;
    private boolean isProvisional;
    private boolean isCold;

    Track(Participant participant) {
        this.participant = participant;
        this.item = participant.item();
        this.lastFork = item.expected();
        this.lastPlan = item.expected();
        this.warmupForks = participant.warmupForks();
    }

    Participant participant() {
        return participant;
    }

    Item item() {
        return item;
    }

    /** One number for each fork that counts. */
    List<Double> forks() {
        return List.copyOf(forks);
    }

    String unit() {
        return unit;
    }

    /** All that ended, those that do not count included. */
    int forksEnded() {
        return ended;
    }

    /** How long the next fork takes, from the last one and from what changed since. */
    Duration fork() {
        return lastFork.plus(item.expected()).minus(lastPlan);
    }

    boolean isOver() {
        return forks.size() >= participant.forks();
    }

    /** Whether the fork that ended last counts; if not, JMH's result of it has to be dropped. */
    boolean lastCounts() {
        return lastCounts;
    }

    /** Whether the only fork so far was still getting faster: it counts until there is another. */
    boolean isProvisional() {
        return isProvisional;
    }

    void forkStarts(Instant now) {
        forkStart = now;
        lastCounts = false;
        if (isProvisional) {
            forks.clear();
            isProvisional = false;
        }
        warmups.clear();
        counted.clear();
        iterations.clear();
    }

    void hear(Event.Iterated iterated, Instant now) {
        boolean hasStart = !warmups.isEmpty() || !counted.isEmpty();
        if (iterated.counted() && hasStart) {
            iterations.add(Duration.between(iterationStart, now));
        }
        iterationStart = now;
        unit = iterated.unit();
        (iterated.counted() ? counted : warmups).add(iterated.score());
    }

    void forkEnds(Instant now) {
        ended++;
        lastFork = Duration.between(forkStart, now);
        lastPlan = item.expected();
        boolean counts = !counted.isEmpty() && !isWarmupFork();
        isCold = counts && isStillWarmingUp();
        isProvisional = isCold && forks.isEmpty();
        lastCounts = counts && (!isCold || isProvisional);
        if (lastCounts) {
            forks.add(Median.ofNumbers(counted));
        }
        shortenIfSlow();
    }

    private boolean isWarmupFork() {
        return warmupForks-- > 0;
    }

    private boolean isStillWarmingUp() {
        return mayWarmUpLonger() && WarmingUp.isSeen(times(warmups), times(counted));
    }

    private boolean mayWarmUpLonger() {
        return participant.warmsUpFreely() && doublings < mostDoublings();
    }

    /** Whether the last fork was still getting faster, and a longer warm-up can change that. */
    boolean isCold() {
        return isCold;
    }

    /** The next fork warms up for twice as long. */
    void warmsUpLonger() {
        isCold = false;
        if (mayWarmUpLonger()) {
            doublings++;
            item = item.with(warmup(), item.measurement());
            shortenIfSlow();
        }
    }

    private static int mostDoublings() {
        return Pace.isQuick() ? QUICK_DOUBLINGS : MOST_DOUBLINGS;
    }

    private Iterations warmup() {
        var first = participant.item().warmup();
        return new Iterations(first.count() << doublings, first.time());
    }

    private List<Double> times(List<Double> scores) {
        return ScoreUnit.isRate(unit) ? scores.stream().map(rate -> 1 / rate).toList() : scores;
    }

    /** Where one call takes longer than an iteration that counts, fewer iterations are enough. */
    private void shortenIfSlow() {
        if (!participant.measuresFreely() || iterations.isEmpty()) {
            return;
        }
        var typical = iterations.stream().sorted().toList().get(iterations.size() / 2);
        var planned = item.measurement().time();
        if (typical.compareTo(planned.multipliedBy(2)) > 0) {
            double share = planned.toNanos() / (double) typical.toNanos();
            item =
                    item.with(
                            fewer(warmup(), share, 1),
                            fewer(participant.item().measurement(), share, 2));
        }
    }

    private static Iterations fewer(Iterations all, double share, int atLeast) {
        int count = (int) Math.max(atLeast, Math.ceil(all.count() * share));
        return new Iterations(Math.min(all.count(), count), all.time());
    }

    /** The median of the running fork and those before, in the unit that JMH reports. */
    Optional<Double> running() {
        var all = new ArrayList<>(forks);
        if (!counted.isEmpty() && !lastCounts) {
            all.add(Median.ofNumbers(counted));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(Median.ofNumbers(all));
    }

    /** The share of the running fork that is done. */
    double share() {
        if (lastCounts) {
            return 0;
        }
        double planned = Math.max(1, item.warmup().count() + item.measurement().count());
        return Math.min(1, (warmups.size() + counted.size()) / planned);
    }
}
