package lab.query;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import lab.database.Database;
import lab.dataset.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class QueriesTest {

    private static final int USERS = 20;
    private static Database server;

    @BeforeAll
    static void open() throws Exception {
        server = Database.server().fill(Shop.small(), "users", "orders");
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute("create index orders_user on orders (user_id)");
        }
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static final Asking ONE_BY_ONE =
            connection -> {
                var found = new TreeMap<Integer, List<Integer>>();
                for (int user : ids(connection, "select id from users where id <= " + USERS)) {
                    found.put(
                            user, ids(connection, "select id from orders where user_id = " + user));
                }
                return sorted(found);
            };

    private static final Asking JOIN =
            connection ->
                    grouped(
                            connection,
                            "select u.id, o.id from users u join orders o on o.user_id = u.id"
                                    + " where u.id <= "
                                    + USERS);

    private static List<Integer> ids(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var ids = new ArrayList<Integer>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        }
    }

    private static Object grouped(Connection connection, String sql) throws SQLException {
        var found = new TreeMap<Integer, List<Integer>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getInt(1), user -> new ArrayList<>())
                        .add(rows.getInt(2));
            }
        }
        return sorted(found);
    }

    private static Object sorted(TreeMap<Integer, List<Integer>> found) {
        found.values().forEach(orders -> orders.sort(null));
        return found;
    }

    @Test
    void oneQueryPerUserIsOneRoundTripPerUser() throws Exception {
        var near = server.behind(ofMillis(0));
        var far = server.behind(ofMillis(1));
        var compared = Ways.of("N+1", ONE_BY_ONE).and("JOIN", JOIN).on(near, far);

        var many = compared.trial(near, "N+1");
        var one = compared.trial(near, "JOIN");
        assertThat(many.statements()).isEqualTo(USERS + 1);
        assertThat(one.statements()).isEqualTo(1);
        // H2 needs two round trips to prepare and run a statement, and one more per 100 rows.
        assertThat(many.roundTrips()).hasValue(2 * (USERS + 1));
        assertThat(one.roundTrips()).hasValue(2 + 1);
        assertThat(compared.ratio(far, "N+1", "JOIN").value()).isGreaterThan(3);
        assertThatThrownBy(() -> compared.trial(near, "IN"))
                .hasMessage("there is no way \"IN\"; there are \"N+1\", \"JOIN\"");
        assertThatThrownBy(() -> compared.trial("elsewhere", "N+1"))
                .hasMessageContaining("there is no database \"elsewhere\"");
    }

    @Test
    void variantsWithDifferentResultsAreNotCompared() {
        var ways = Ways.of("JOIN", JOIN).and("nothing", connection -> "nothing");

        assertThatThrownBy(() -> Ways.of("JOIN", JOIN).on(server))
                .hasMessageContaining("there is only [JOIN]; add one");
        assertThatThrownBy(() -> ways.on(server))
                .hasMessageContaining("\"nothing\" and \"JOIN\" return different results");
        assertThatThrownBy(() -> ways.and("JOIN", JOIN)).hasMessageContaining("\"JOIN\" is taken");
    }

    @Test
    void anIndexReadsOnlyTheRowsFoundAndAScanReadsAllRows() throws Exception {
        try (var embedded = Database.embedded();
                var connection = embedded.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table many as select x id, mod(x * 7919, 1000) user_id"
                            + " from system_range(1, 100000)");
            String sql = "select id from many where user_id = 500";
            var before = Plan.of(connection, sql);
            statement.execute("create index many_user on many (user_id)");
            var after = Plan.of(connection, sql);

            assertThat(before.rowsRead()).isEqualTo(100_001);
            assertThat(before.scansTable()).isTrue();
            assertThat(after.rowsRead()).isEqualTo(101);
            assertThat(after.scansTable()).isFalse();
            assertThat(before.against(after).finding())
                    .contains("before: 100,001 rows read in a scan", "after: 101 rows read by");
        }
    }

    @Test
    void thePlanOfADeleteKeepsTheRows() throws Exception {
        try (var embedded = Database.embedded();
                var connection = embedded.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select x id from system_range(1, 10)");

            assertThat(Plan.of(connection, "delete from kept").rowsRead()).isEqualTo(11);

            assertThat(rows(statement)).isEqualTo(10);
            assertThat(connection.getAutoCommit()).isTrue();
            connection.setAutoCommit(false);
            statement.execute("insert into kept values (11)");
            Plan.of(connection, "delete from kept");
            assertThat(rows(statement))
                    .as("the change before it, in the same transaction")
                    .isEqualTo(11);
            connection.rollback();
        }
    }

    private static int rows(Statement statement) throws Exception {
        try (var found = statement.executeQuery("select count(*) from kept")) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    void theLogFindsSlowStatementsAndFrequentOnes() throws Exception {
        var log = QueryLog.slowerThan(ofMillis(50));
        try (var connection = log.watch(server.source()).getConnection()) {
            ONE_BY_ONE.of(connection);
            ids(connection, "select id from users where id in (1, 2, 3)");
            try (var statement = connection.createStatement()) {
                statement.execute(server.nap(ofMillis(80)));
            }
        }

        var seen = log.seen();
        assertThat(seen.count()).isEqualTo(USERS + 3);
        assertThat(seen.slow()).extracting(SeenQueries.Seen::count).containsExactly(1L);
        assertThat(seen.slow().getFirst().longest()).isGreaterThan(ofMillis(79));
        assertThat(seen.all())
                .filteredOn(one -> one.sql().equals("select id from orders where user_id = ?"))
                .extracting(SeenQueries.Seen::count)
                .containsExactly((long) USERS);
        assertThat(seen.table().orElseThrow().text()).contains("user_id = ?");
        log.clear();
        assertThat(log.seen().finding()).contains("no statement");
    }

    @Test
    void statementsThatDifferOnlyInConstantsAreGrouped() {
        assertThat(QueryLog.kindOf("select  *\n from t1 where a = 'it''s' and b in (1, 2.5,3)"))
                .isEqualTo("select * from t1 where a = ? and b in (?, …)");
        assertThatThrownBy(() -> QueryLog.slowerThan(ofMillis(0)))
                .hasMessageContaining("threshold must be above 0");
    }
}
