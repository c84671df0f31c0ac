package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often one of several identical benchmarks is called faster, in many made-up runs. */
class FalseAlarmsTest {

    private static final int RUNS = 2_000;
    private static final int ROUNDS = 14;
    private static final double MARGIN = 0.03;

    /** Typical noise between forks: yields the logarithm of the time of the next fork. */
    enum Noise {
        QUIET(random -> () -> random.nextGaussian(0, 0.02)),
        ROUGH(random -> () -> random.nextGaussian(0, 0.08)),
        HEAVY_TAILS(
                random -> () -> 0.02 * random.nextGaussian() / Math.sqrt(random.nextExponential())),
        TWO_WAYS_TO_COMPILE(
                random -> () -> random.nextGaussian(0, 0.01) + (random.nextInt(4) == 0 ? 0.15 : 0)),
        NOW_AND_THEN_A_NEIGHBOUR(
                random ->
                        () ->
                                random.nextGaussian(0, 0.02)
                                        + (random.nextInt(8) == 0 ? random.nextDouble(0.7) : 0)),
        A_NEIGHBOUR_HALF_OF_THE_TIME(Noise::bursts);

        private final Function<Random, Supplier<Double>> forks;

        Noise(Function<Random, Supplier<Double>> forks) {
            this.forks = forks;
        }

        /** A burst lasts two forks on average and makes them slower by a factor of 1.7. */
        private static Supplier<Double> bursts(Random random) {
            boolean[] busy = {random.nextBoolean()};
            return () -> {
                busy[0] = random.nextBoolean() ? busy[0] : random.nextBoolean();
                return random.nextGaussian(0, 0.02) + (busy[0] ? Math.log(1.7) : 0);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoIdenticalBenchmarksAreRarelyCalledDifferent(Noise noise) {
        assertThat(alarms(noise, 2, looks(2)::doubt, 0)).isLessThan(0.01);
    }

    @ParameterizedTest
    @EnumSource
    void anyTwoOfFiveIdenticalBenchmarksAreRarelyCalledDifferent(Noise noise) {
        assertThat(alarms(noise, 5, looks(5)::doubt, 0)).isLessThan(0.01);
    }

    @Test
    void withoutCorrectionsRepeatedLooksAndContestsCauseFalseAlarms() {
        assertThat(alarms(Noise.ROUGH, 5, rounds -> 0.05, 0)).isGreaterThan(0.2);
        assertThat(alarms(Noise.ROUGH, 2, rounds -> 0.05, 0)).isGreaterThan(0.07);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUIET", "HEAVY_TAILS"})
    void aRealDifferenceOfTenPercentIsFound(Noise noise) {
        assertThat(alarms(noise, 2, looks(2)::doubt, Math.log(1.1))).isGreaterThan(0.9);
    }

    private static Looks looks(int benchmarks) {
        return new Looks(benchmarks * (benchmarks - 1) / 2);
    }

    /** The fraction of runs in which any pair was called different at any look. */
    private static double alarms(
            Noise noise, int benchmarks, IntToDoubleFunction doubt, double slower) {
        var random = new Random(20_261_126);
        int runs = RUNS * 2 / benchmarks / benchmarks;
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            var forks = forks(noise.forks.apply(random), benchmarks, random);
            forks.getFirst().replaceAll(time -> time * Math.exp(slower));
            alarms += isAlarm(forks, doubt) ? 1 : 0;
        }
        return alarms / (double) runs;
    }

    private static List<List<Double>> forks(Supplier<Double> next, int count, Random random) {
        var forks = new ArrayList<List<Double>>();
        var order = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            forks.add(new ArrayList<>());
            order.add(i);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            order.forEach(i -> forks.get(i).add(Math.exp(next.get())));
        }
        return forks;
    }

    private static boolean isAlarm(List<List<Double>> forks, IntToDoubleFunction doubt) {
        for (int rounds = 1; rounds <= ROUNDS; rounds++) {
            if (Looks.isAt(rounds) && isAlarm(forks, rounds, doubt.applyAsDouble(rounds))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlarm(List<List<Double>> forks, int rounds, double doubt) {
        for (int one = 0; one < forks.size(); one++) {
            for (int other = 0; other < one; other++) {
                var first = forks.get(one).subList(0, rounds);
                var ratio = ForkRatio.of(first, forks.get(other).subList(0, rounds), doubt);
                var factor = ratio.value() < 1 ? ratio.inverse() : ratio;
                if (Ruling.of(factor, MARGIN, rounds) instanceof Ruling.Faster) {
                    return true;
                }
            }
        }
        return false;
    }
}
