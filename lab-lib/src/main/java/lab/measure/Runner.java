package lab.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.measure.Race.Laps;
import lab.measure.Turns.Timed;

/** One task during its measurement. */
final class Runner {

    private final String name;
    private final Timed task;
    private final List<Double> rounds = new ArrayList<>();
    private Samples all = new Samples();
    private double[] nanos = new double[16];
    private int laps;

    Runner(String name, Timed task) {
        this.name = name;
        this.task = task;
    }

    String name() {
        return name;
    }

    List<Double> rounds() {
        return rounds;
    }

    void lap() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before \"%s\"".formatted(name));
        }
        long lap = Math.max(1, time());
        all.recordNanos(lap);
        if (laps == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * laps);
        }
        nanos[laps++] = lap;
    }

    private long time() throws InterruptedException {
        try {
            return task.run().toNanos();
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception e) {
            throw new IllegalStateException("\"%s\" failed: %s".formatted(name, e), e);
        }
    }

    /** The result of a round is its median lap, so one pause among many laps does not decide it. */
    void endRound() {
        Arrays.sort(nanos, 0, laps);
        rounds.add((nanos[(laps - 1) / 2] + nanos[laps / 2]) / 2);
        laps = 0;
    }

    /** Discards the laps of the warm-up. */
    void forget() {
        all = new Samples();
        laps = 0;
    }

    Laps laps() {
        return Laps.of(name, rounds, all);
    }
}
