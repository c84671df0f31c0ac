package lab.course.connectionpools;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import lab.database.Database;
import lab.exercise.Verdict;
import lab.load.Model;
import lab.measure.Text;
import lab.pool.Borrowing;
import lab.pool.Sizing;

/** Exercise 05.1: the connections that 100 requests a second need, 60 ms each. */
final class SizeThePool {

    private static final int PER_SECOND = 100;
    private static final int HOLD_MILLIS = 60;
    private static final int MOST = 16;

    /** With random arrivals, a pool that is used more than this lets many requests wait. */
    private static final double MOST_IN_USE = 0.7;

    private SizeThePool() {}

    static Verdict check(Integer size) throws Exception {
        if (size < 1) {
            return new Verdict.Wrong(
                    "A pool of %d serves no request.".formatted(size),
                    "It needs at least 1 connection.");
        }
        if (size > MOST) {
            return new Verdict.Wrong(
                    "A pool of %d would work, but many connections would hardly ever be used."
                            .formatted(size),
                    "Every connection costs memory in the database: multiply, then add a half.");
        }
        return judge(load(size));
    }

    private static Borrowing load(int size) throws Exception {
        try (var database = Database.apart()) {
            var nap = database.nap(ofMillis(HOLD_MILLIS));
            return Sizing.sweep(
                            database,
                            new Model.Open(PER_SECOND).poisson(),
                            connection -> connection.createStatement().execute(nap))
                    .of(ofSeconds(2), size)
                    .at(size);
        }
    }

    /** By Little's law, which does not depend on the machine; the run shows what it looks like. */
    private static Verdict judge(Borrowing load) {
        int mostASecond = load.size() * 1_000 / HOLD_MILLIS;
        double inUse = PER_SECOND * HOLD_MILLIS / 1e3;
        var waited = Text.of(load.waited().p90());
        if (mostASecond <= PER_SECOND) {
            return new Verdict.Wrong(
                    "%d connections serve at most %d requests a second; p90 of the wait was %s."
                            .formatted(load.size(), mostASecond, waited),
                    "How many arrive while one of them has a connection? Add a few more.");
        }
        return inUse > MOST_IN_USE * load.size()
                ? new Verdict.Wrong(
                        "On average %s of %d connections are in use; p90 of the wait was %s."
                                .formatted(Text.of(inUse), load.size(), waited),
                        "The requests arrive at random: in a burst this reserve is too small.")
                : new Verdict.Passed(
                        "%s of %d connections were in use; p90 of the wait was %s."
                                .formatted(Text.of(load.inUse()), load.size(), waited));
    }
}
