package lab.child;

import java.io.Serializable;
import java.util.Optional;

/**
 * The end of a job in a child JVM.
 *
 * @param outcome how it ended
 * @param result what the job returned; empty unless it came to its end
 * @param spent what it cost; zeros unless it came to its end
 * @param error what went wrong, as one line; empty where nothing did
 */
public record Ended<R extends Serializable>(
        Outcome outcome, Optional<R> result, Spent spent, String error) {

    static <R extends Serializable> Ended<R> well(R result, Spent spent) {
        return new Ended<>(Outcome.ENDED, Optional.of(result), spent, "");
    }

    static <R extends Serializable> Ended<R> badly(Outcome outcome, String error) {
        return new Ended<>(outcome, Optional.empty(), Spent.NOTHING, error);
    }

    /** Whether the job came to its end. */
    public boolean isWell() {
        return outcome == Outcome.ENDED;
    }
}
