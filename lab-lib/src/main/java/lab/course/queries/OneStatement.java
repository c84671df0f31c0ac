package lab.course.queries;

import static java.time.Duration.ofSeconds;
import static lab.exercise.Verdict.wrong;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
            var fetched = new RowsFetched();
            try (var connection = fetched.watch(log.watch(database.source())).getConnection()) {
                var answer = asking.of(connection);
                return judge(answer, expected(database))
                        .or(() -> judge(log.seen().count(), fetched.count(), answer))
                        .orElseGet(() -> passed(answer));
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

    private static Optional<Verdict> judge(Object answer, Map<String, Integer> expected) {
        if (!(answer instanceof Map<?, ?> counts)) {
            return wrong("It returned %s.".formatted(answer), "Return the map from name to count.");
        }
        var numbers = new HashMap<Object, Object>();
        counts.forEach((name, count) -> numbers.put(name, whole(count)));
        return numbers.equals(expected)
                ? Optional.empty()
                : wrong(different(counts, expected), nudge(numbers, expected));
    }

    private static String nudge(Map<?, ?> numbers, Map<String, Integer> expected) {
        if (!numbers.keySet().containsAll(expected.keySet())) {
            return "A user without returned orders must stay in the result, with 0.";
        }
        return numbers.values().stream().allMatch(Integer.valueOf(0)::equals)
                ? "Every count is 0: does the state in your query exist?"
                : "Count the orders of this user with the state 'returned', and only those.";
    }

    private static Optional<Verdict> judge(long statements, long rows, Object answer) {
        if (statements != 1) {
            return wrong(
                    "It finds the right numbers with %,d statements.".formatted(statements),
                    "Let the database do the loop: join, and group by the user.");
        }
        return rows > users(answer)
                ? wrong(
                        "It fetches %,d rows for %,d users.".formatted(rows, users(answer)),
                        "Let the database count: one row for each user is enough.")
                : Optional.empty();
    }

    private static int users(Object answer) {
        return ((Map<?, ?>) answer).size();
    }

    private static Verdict passed(Object answer) {
        return new Verdict.Passed("The same %,d users, in one statement.".formatted(users(answer)));
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
