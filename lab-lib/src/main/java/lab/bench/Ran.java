package lab.bench;

import java.time.Duration;
import lab.measure.Text;

/**
 * How a run went.
 *
 * @param rounds how many forks of every benchmark count
 * @param seed of the random order in each round; the same seed repeats the order
 * @param margin the difference that does not matter, such as 0.03 for 3 %
 * @param ending why there were no more rounds
 * @param took from the call to the last result
 */
public record Ran(int rounds, long seed, double margin, Ending ending, Duration took) {

    /** Why a run ended. */
    public enum Ending {
        DECIDED("every contest is decided"),
        TIME("the time was up"),
        FORKS("that many forks were asked for"),
        NO_RIVAL("there is nothing to compare"),
        STOPPED("the process that runs JMH ended early");

        private final String why;

        Ending(String why) {
            this.why = why;
        }
    }

    /** "Ended after 6 rounds and 13.2 s: every contest is decided. Order by seed 4711." */
    public String text() {
        return "Ended after %d round%s and %s: %s. Order by seed %d."
                .formatted(rounds, rounds == 1 ? "" : "s", Text.of(took), ending.why, seed);
    }

    /** What to write so that there are this many rounds, or that it is no use. */
    String advice(int wanted) {
        double seconds = took.toMillis() / 1e3 / Math.max(1, rounds) * wanted;
        if (seconds > 600) {
            return "the difference is too small for this machine: even 10 minutes would not show"
                    + " it";
        }
        if (ending == Ending.FORKS) {
            return "about %d forks would settle it: forks(%<d)".formatted(wanted);
        }
        long limit = Math.max(5, (long) Math.ceil(seconds / 5) * 5);
        return "about %d rounds would settle it: brief().within(ofSeconds(%d))"
                .formatted(wanted, limit);
    }
}
