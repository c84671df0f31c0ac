package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** How often {@link Turns} is wrong: simulated runs with made-up laps and a made-up clock. */
class FalseAlarmsTest {

    private static final int RUNS = 500;

    private final Random random = new Random(20_261_126);
    private final AtomicLong clock = new AtomicLong();

    @Test
    void equalTasksWithOrdinaryNoiseAreRarelyCalledDifferent() {
        assertThat(differences(1, this::ordinary)).isLessThanOrEqualTo(1);
    }

    @Test
    void equalTasksWithLongPausesAreRarelyCalledDifferent() {
        assertThat(differences(1, this::withPauses)).isLessThanOrEqualTo(1);
    }

    @Test
    void equalTasksOnAMachineThatIsBusyForSecondsAreRarelyCalledDifferent() {
        assertThat(differences(1, this::withABusyNeighbour)).isLessThanOrEqualTo(2);
    }

    @Test
    void equalTasksOnASlowingMachineAreRarelyCalledDifferent() {
        assertThat(differences(1, this::drifting)).isLessThanOrEqualTo(1);
    }

    @Test
    void aDifferenceOfTenPercentIsFoundInOrdinaryNoise() {
        assertThat(differences(1.1, this::ordinary)).isGreaterThanOrEqualTo(90);
    }

    @Test
    void aFactorOfTwoIsFoundOnABusyMachine() {
        assertThat(differences(2, this::withABusyNeighbour)).isGreaterThanOrEqualTo(90);
    }

    private double ordinary() {
        return Math.exp(0.1 * random.nextGaussian());
    }

    private double withPauses() {
        return ordinary() + (random.nextInt(20) == 0 ? 10 * random.nextDouble() : 0);
    }

    /** A machine that alternates between full and about half speed every second or so. */
    private double withABusyNeighbour() {
        boolean busy = new Random(clock.get() / 1_300_000_000).nextBoolean();
        return ordinary() * (busy ? 1.5 + random.nextDouble() : 1);
    }

    private double drifting() {
        return ordinary() * (1 + clock.get() / 3e9);
    }

    /** The percentage of runs that call a task different that takes longer by this factor. */
    private double differences(double factor, DoubleSupplier noise) {
        int found = 0;
        for (int i = 0; i < RUNS; i++) {
            clock.set(random.nextLong(1_000_000_000_000L));
            found += isDifferent(factor, noise) ? 1 : 0;
        }
        return 100.0 * found / RUNS;
    }

    private boolean isDifferent(double factor, DoubleSupplier noise) {
        var tasks = new LinkedHashMap<String, Turns.Timed>();
        tasks.put("one", () -> lap(factor * noise.getAsDouble()));
        tasks.put("other", () -> lap(noise.getAsDouble()));
        try {
            var race = new Alternation(tasks, Duration.ofSeconds(3), 0.03, clock::get).run();
            return race.ratio().conclusive() && !race.ratio().isSame(0.03);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** A lap of 20 ms times this factor. */
    private Duration lap(double times) {
        var lap = Duration.ofNanos((long) (20_000_000 * times));
        clock.addAndGet(lap.toNanos());
        return lap;
    }
}
