package lab.course.connectionpools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import lab.exercise.Todo;
import lab.exercise.Verdict;
import lab.pool.Booking;
import lab.pool.Use;
import org.junit.jupiter.api.Test;

class PoolExercisesTest {

    @Test
    void aPoolForTheLoadIsNeitherTooSmallNorTooLarge() throws Exception {
        assertThat(SizeThePool.check(9)).isInstanceOf(Verdict.Passed.class);
        assertThat(SizeThePool.check(12)).isInstanceOf(Verdict.Passed.class);
        assertThat(seen(SizeThePool.check(7)))
                .contains("On average 6 of 7 connections", "arrive at random", "p90 of the wait");
        assertThat(seen(SizeThePool.check(6)))
                .contains("serve at most 100 requests a second", "p90 of the wait");
        assertThat(seen(SizeThePool.check(100))).contains("hardly ever be used");
        assertThat(seen(SizeThePool.check(0))).contains("serves no request");
    }

    @Test
    void aBookingIsAtomicAndReturnsItsConnection() throws Exception {
        assertThat(GiveItBack.check(PoolExercisesTest::book)).isInstanceOf(Verdict.Passed.class);
        assertThat(
                        seen(
                                GiveItBack.check(
                                        (pool, work) -> {
                                            var connection = pool.getConnection();
                                            work.with(connection);
                                            connection.close();
                                        })))
                .contains("a booking that failed was not returned", "when the work throws");
        assertThat(
                        seen(
                                GiveItBack.check(
                                        (pool, work) -> {
                                            try (var connection = pool.getConnection()) {
                                                work.with(connection);
                                            }
                                        })))
                .contains("Half of a booking that failed was kept", "setAutoCommit");
        assertThat(seen(GiveItBack.check((pool, work) -> {}))).contains("succeeded was not kept");
        assertThat(seen(GiveItBack.check(hushed(true)))).contains("received no exception");
        assertThat(seen(GiveItBack.check(PoolExercisesTest::hide)))
                .contains("IllegalStateException: not booked, which hides why");
        assertThat(seen(GiveItBack.check(PoolExercisesTest::commitInFinally)))
                .contains("Half of a booking", "Which line commits although the work has thrown?");
        assertThat(seen(GiveItBack.check(PoolExercisesTest::returnWhenItFails)))
                .contains("that succeeded was not returned", "when nothing is thrown");
        assertThat(GiveItBack.check(hushed(false))).isInstanceOf(Verdict.Passed.class);
        Booking untouched =
                (pool, work) -> {
                    throw new Todo();
                };
        assertThatThrownBy(() -> GiveItBack.check(untouched)).isInstanceOf(Todo.class);
    }

    /** Swallows or wraps the exceptions of the work. */
    private static Booking hushed(boolean swallowed) {
        return (pool, work) -> {
            try {
                book(pool, work);
            } catch (Exception e) {
                if (!swallowed) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static void hide(DataSource pool, Use work) {
        try {
            book(pool, work);
        } catch (Exception e) {
            throw new IllegalStateException("not booked");
        }
    }

    private static void commitInFinally(DataSource pool, Use work) throws Exception {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.with(connection);
            } finally {
                connection.commit();
            }
        }
    }

    private static void returnWhenItFails(DataSource pool, Use work) throws Exception {
        var connection = pool.getConnection();
        try {
            connection.setAutoCommit(false);
            work.with(connection);
            connection.commit();
        } catch (Exception e) {
            connection.rollback();
            connection.close();
            throw e;
        }
    }

    private static void book(DataSource pool, Use work) throws Exception {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.with(connection);
                connection.commit();
            } catch (Exception e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static String seen(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
        return verdict.text();
    }
}
