package lab.course.queries;

import static java.time.Duration.ofSeconds;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import lab.database.Database;
import lab.dataset.Shop;
import lab.exercise.Verdict;
import lab.query.Asking;
import lab.query.QueryLog;

/** Exercise 06.1: how many orders each user returned, in one statement. */
final class OneStatement {

    private OneStatement() {}

    static Verdict check(Asking asking) throws Exception {
        try (var database = Database.apart().fill(Shop.small(), "users", "orders")) {
            database.run("insert into users values (0, 'user 0', 'user0@example.com')");
            var log = QueryLog.slowerThan(ofSeconds(1));
            try (var connection = log.watch(database.source()).getConnection()) {
                var answer = asking.of(connection);
                return judge(answer, expected(database), log.seen().count());
            }
        }
    }

    private static Map<String, Integer> expected(Database database) throws Exception {
        try (var connection = database.connect()) {
            return userByUser(connection);
        }
    }

    private static Map<String, Integer> userByUser(Connection connection) throws Exception {
        var returned = new TreeMap<String, Integer>();
        try (var ask =
                        connection.prepareStatement(
                                "select count(*) from orders"
                                        + " where state = 'returned' and user_id = ?");
                var all = connection.createStatement();
                var users = all.executeQuery("select id, name from users")) {
            while (users.next()) {
                ask.setInt(1, users.getInt("id"));
                try (var count = ask.executeQuery()) {
                    count.next();
                    returned.put(users.getString("name"), count.getInt(1));
                }
            }
        }
        return returned;
    }

    private static Verdict judge(Object answer, Map<String, Integer> expected, long statements) {
        if (!(answer instanceof Map<?, ?> counts)) {
            return new Verdict.Wrong(
                    "It returned %s.".formatted(answer), "Return the map from name to count.");
        }
        var numbers = new HashMap<Object, Object>();
        counts.forEach((name, count) -> numbers.put(name, whole(count)));
        if (!numbers.equals(expected)) {
            return new Verdict.Wrong(
                    different(counts, expected), "A user without returned orders counts 0.");
        }
        return statements == 1
                ? new Verdict.Passed(
                        "The same %,d users, in one statement.".formatted(counts.size()))
                : new Verdict.Wrong(
                        "It finds the right numbers with %,d statements.".formatted(statements),
                        "Let the database do the loop: join, and group by the user.");
    }

    /** A count is right as an Integer and as a Long. */
    private static Object whole(Object count) {
        return count instanceof Number number ? (Object) number.intValue() : count;
    }

    private static String different(Map<?, ?> counts, Map<String, Integer> expected) {
        return expected.entrySet().stream()
                .filter(user -> !user.getValue().equals(whole(counts.get(user.getKey()))))
                .findFirst()
                .map(
                        user ->
                                "%s returned %d; your map says %s."
                                        .formatted(
                                                user.getKey(),
                                                user.getValue(),
                                                counts.get(user.getKey())))
                .orElseGet(
                        () ->
                                "Your map has %,d users, the shop has %,d."
                                        .formatted(counts.size(), expected.size()));
    }
}
