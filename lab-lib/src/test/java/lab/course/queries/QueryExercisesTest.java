package lab.course.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
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
    void aTransferMayThrowAnythingButMustPayTheRightAccount() throws Exception {
        assertThat(BothOrNeither.check(transfer(1))).isInstanceOf(Verdict.Passed.class);
        assertThat(seen(BothOrNeither.check(transfer(-1))))
                .contains("0 of 3", "which account pays which");
    }

    private static Transfer transfer(int sign) {
        return (pool, from, to, amount) -> {
            try (var connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                Transfer.enter(connection, from, -sign * amount);
                Transfer.enter(connection, to, sign * amount);
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException("no transfer", e);
            }
        };
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
        assertThatThrownBy(() -> MissingIndex.check("create indx"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aTransferMustCommitItsChanges() throws Exception {
        assertThat(seen(BothOrNeither.check((pool, from, to, amount) -> failIf(to > 2))))
                .contains("0 of 3 transfers were kept");
        Transfer untouched =
                (pool, from, to, amount) -> {
                    throw new Todo();
                };
        assertThatThrownBy(() -> BothOrNeither.check(untouched)).isInstanceOf(Todo.class);
    }

    private static void failIf(boolean failing) throws SQLException {
        if (failing) {
            throw new SQLException("no such account");
        }
    }

    private static String seen(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
        return verdict.text();
    }
}
