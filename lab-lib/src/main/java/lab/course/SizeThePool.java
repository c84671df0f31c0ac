package lab.course;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import com.zaxxer.hikari.HikariConfig;
import lab.database.Database;
import lab.exercise.Verdict;
import lab.load.Model;
import lab.measure.Text;
import lab.pool.Borrowers;
import lab.pool.Borrowing;

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
            var config = new HikariConfig();
            config.setMaximumPoolSize(size);
            config.setConnectionTimeout(ofSeconds(2).toMillis());
            var nap = database.nap(ofMillis(HOLD_MILLIS));
            return Borrowers.of(database.pool(config))
                    .come(
                            new Model.Open(PER_SECOND),
                            ofSeconds(2),
                            connection -> connection.createStatement().execute(nap));
        }
    }

    private static Verdict judge(Borrowing load) {
        var waited = load.waited().p90();
        return waited.compareTo(load.held().p50()) > 0 || load.failed() > 0
                ? new Verdict.Wrong(
                        "With %d connections one in ten waited longer than %s."
                                .formatted(load.size(), Text.of(waited)),
                        "How many come while one of them has a connection?")
                : new Verdict.Passed(
                        "One in ten waited longer than %s, and %s connections were in use."
                                .formatted(Text.of(waited), Text.of(load.inUse())));
    }
}
