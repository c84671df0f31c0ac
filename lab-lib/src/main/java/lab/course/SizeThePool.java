package lab.course;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import lab.database.Database;
import lab.exercise.Verdict;
import lab.load.Model;
import lab.measure.Text;
import lab.pool.Borrowing;
import lab.pool.Sizing;

/** Exercise 05.1: as many connections as 100 requests a second need that hold one for 60 ms. */
final class SizeThePool {

    private static final double PER_SECOND = 100;
    private static final int HOLD_MILLIS = 60;
    private static final int MOST = 16;

    private SizeThePool() {}

    static Verdict check(Integer size) throws Exception {
        if (size < 1) {
            return new Verdict.Wrong(
                    "A pool of %d serves nobody.".formatted(size), "It has at least 1.");
        }
        if (size > MOST) {
            return new Verdict.Wrong(
                    "A pool of %d would do, and most of it would never be used.".formatted(size),
                    "Every connection costs the database memory: multiply, then add a third.");
        }
        return judge(load(size));
    }

    private static Borrowing load(int size) throws Exception {
        try (var database = Database.apart()) {
            var nap = database.nap(ofMillis(HOLD_MILLIS));
            return Sizing.sweep(
                            database,
                            new Model.Open(PER_SECOND),
                            connection -> connection.createStatement().execute(nap))
                    .of(ofSeconds(2), size)
                    .at(size);
        }
    }

    /** By the median: a queue that grows catches everybody, a busy machine only some. */
    private static Verdict judge(Borrowing load) {
        var waited = load.waited().p50();
        return waited.multipliedBy(2).compareTo(load.held().p50()) > 0
                ? new Verdict.Wrong(
                        "With %d connections half of them waited longer than %s, or in vain."
                                .formatted(load.size(), Text.of(waited)),
                        "How many come while one of them has a connection?")
                : new Verdict.Passed(
                        "Half of them waited less than %s, and %s connections were in use."
                                .formatted(Text.of(waited), Text.of(load.inUse())));
    }
}
