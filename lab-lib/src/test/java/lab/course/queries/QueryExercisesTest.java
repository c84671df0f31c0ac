package lab.course.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.exercise.Todo;
import lab.exercise.Verdict;
import lab.query.Asking;
import lab.query.Transfer;
import org.junit.jupiter.api.Test;

class QueryExercisesTest {

    private static final String LEFT_JOIN =
            "select u.name, count(o.id) from users u left join orders o"
                    + " on o.user_id = u.id and o.state = 'returned' group by u.name";

    @Test
    void oneStatementMustFindEveryUser() throws Exception {
        assertThat(OneStatement.check(asking(LEFT_JOIN))).isInstanceOf(Verdict.Passed.class);
        assertThat(seen(OneStatement.check(asking(LEFT_JOIN.replace("left join", "join")))))
                .contains("user 0 returned 0; your map says null");
        assertThat(seen(OneStatement.check(connection -> "all of them")))
                .contains("It returned all of them");
    }

    @Test
    void countsAreCorrectForAnyNumberType() throws Exception {
        Asking longs =
                connection -> {
                    var counts = new TreeMap<String, Long>();
                    ((Map<?, ?>) asking(LEFT_JOIN).of(connection))
                            .forEach((name, n) -> counts.put((String) name, (long) (Integer) n));
                    return counts;
                };

        assertThat(OneStatement.check(longs)).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void oneTransactionPassesInAnyStyle() throws Exception {
        Transfer wrapping =
                (pool, from, to, amount) -> {
                    try {
                        inOneTransaction(from, -amount, to, amount).make(pool, from, to, amount);
                    } catch (SQLException e) {
                        throw new IllegalStateException("no transfer", e);
                    }
                };
        Transfer receiverFirst =
                (pool, from, to, amount) ->
                        inOneTransaction(to, amount, from, -amount).make(pool, from, to, amount);
        Transfer oneStatement =
                (pool, from, to, amount) -> {
                    try (var connection = pool.getConnection();
                            var both =
                                    connection.prepareStatement(
                                            "insert into entries values (?, ?), (?, ?)")) {
                        both.setInt(1, from);
                        both.setInt(2, -amount);
                        both.setInt(3, to);
                        both.setInt(4, amount);
                        both.execute();
                    }
                };
        Transfer lookingUp =
                (pool, from, to, amount) -> {
                    try (var connection = pool.getConnection()) {
                        exists(connection, from);
                        exists(connection, to);
                    }
                    wrapping.make(pool, from, to, amount);
                };

        for (var right : List.of(wrapping, receiverFirst, oneStatement, lookingUp)) {
            assertThat(BothOrNeither.check(right)).isInstanceOf(Verdict.Passed.class);
        }
    }

    @Test
    void anInterruptStopsTheCheck() {
        Transfer interrupted =
                (pool, from, to, amount) -> {
                    inOneTransaction(from, -amount, to, amount).make(pool, from, to, amount);
                    throw new InterruptedException();
                };
        Transfer later =
                (pool, from, to, amount) -> {
                    if (to > 2) {
                        throw new InterruptedException();
                    }
                    inOneTransaction(from, -amount, to, amount).make(pool, from, to, amount);
                };

        assertThatThrownBy(() -> BothOrNeither.check(interrupted))
                .isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> BothOrNeither.check(later))
                .isInstanceOf(InterruptedException.class);
    }

    private static void exists(Connection connection, int account) throws SQLException {
        try (var ask = connection.prepareStatement("select id from accounts where id = ?")) {
            ask.setInt(1, account);
            if (!ask.executeQuery().next()) {
                throw new IllegalArgumentException("there is no such account");
            }
        }
    }

    /** Without a rollback: the pool rolls back what is given back in the middle. */
    private static Transfer inOneTransaction(int first, int change, int second, int other) {
        return (pool, from, to, amount) -> {
            try (var connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                Transfer.enter(connection, first, change);
                Transfer.enter(connection, second, other);
                connection.commit();
            }
        };
    }

    @Test
    void theRightEntriesAreAskedFor() throws Exception {
        Transfer reversed =
                (pool, from, to, amount) ->
                        inOneTransaction(from, amount, to, -amount).make(pool, from, to, amount);

        assertThat(seen(BothOrNeither.check(reversed)))
                .contains("left the entries (account 1: 100, account 2: -100)")
                .contains("Which account pays which");
    }

    @Test
    void unnecessaryStatementsAreCounted() throws Exception {
        Asking twice =
                connection -> {
                    asking("select name, id from users").of(connection);
                    return asking(LEFT_JOIN).of(connection);
                };

        assertThat(seen(OneStatement.check(twice))).contains("with 2 statements");
    }

    @Test
    void theDatabaseCounts() throws Exception {
        Asking counting =
                connection -> {
                    var counts = new TreeMap<String, Integer>();
                    try (var ask = connection.createStatement();
                            var rows =
                                    ask.executeQuery(
                                            "select u.name, o.state from users u"
                                                    + " left join orders o on o.user_id = u.id")) {
                        while (rows.next()) {
                            int one = "returned".equals(rows.getString(2)) ? 1 : 0;
                            counts.merge(rows.getString(1), one, Integer::sum);
                        }
                    }
                    return counts;
                };

        assertThat(seen(OneStatement.check(counting))).contains("rows for 101 users");
    }

    @Test
    void theNudgeNamesTheMistake() throws Exception {
        assertThat(seen(OneStatement.check(asking(LEFT_JOIN.replace("left join", "join")))))
                .contains("must stay in the result");
        assertThat(seen(OneStatement.check(asking(LEFT_JOIN.replace("'returned'", "'back'")))))
                .contains("Every count is 0");
        assertThat(seen(OneStatement.check(asking(LEFT_JOIN.replace("= 'returned'", "<> ''")))))
                .contains("and only those");
    }

    private static Asking asking(String sql) {
        return connection -> {
            var counts = new TreeMap<String, Integer>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getInt(2));
                }
            }
            return Map.copyOf(counts);
        };
    }

    @Test
    void anIndexMustReplaceTheTableScan() throws Exception {
        assertThat(MissingIndex.check("create index i on orders (user_id)"))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(seen(MissingIndex.check("create index i on orders (amount)")))
                .contains("still reads 1,001 rows.");
        assertThat(seen(MissingIndex.check("create index i on orders (placed)")))
                .contains("uses an index and still reads");
        assertThat(seen(MissingIndex.check("delete from orders where user_id <> 7")))
                .contains("still reads 11 rows.");
        assertThat(seen(MissingIndex.check("create index i on orders (user_id) include (amount)")))
                .contains("runs on H2", "PostgreSQL has both");
        assertThatThrownBy(() -> MissingIndex.check("create indx"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aTransferMustCommitItsChanges() throws Exception {
        assertThat(seen(BothOrNeither.check((pool, from, to, amount) -> {})))
                .contains("left no entry", "Where is the commit");
        Transfer untouched =
                (pool, from, to, amount) -> {
                    throw new Todo();
                };
        assertThatThrownBy(() -> BothOrNeither.check(untouched)).isInstanceOf(Todo.class);
    }

    private static String seen(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
        return verdict.text();
    }
}
