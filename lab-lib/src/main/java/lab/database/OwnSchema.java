package lab.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The lab's schema in a learner's database. A mark distinguishes it from a schema of the same name
 * that does not belong to the lab. A lock shows that another session of the lab is using it.
 */
final class OwnSchema {

    static final String NAME = "latency_lab";
    private static final String MARK = "made by Latency Lab, dropped when the lab closes";
    private static final long LOCK = 0x1a7e_1ab;

    private OwnSchema() {}

    /**
     * Creates the schema. A schema that an earlier session of the lab has left is dropped first.
     */
    static void create(Connection keeper) throws SQLException {
        if (!ask(keeper, "select pg_try_advisory_lock(%d)::text".formatted(LOCK)).equals("true")) {
            throw new SQLException(
                    "another session of the lab uses this database: close the other notebook's"
                            + " kernel, or name another database with "
                            + Address.URL);
        }
        var comment =
                ask(
                        keeper,
                        "select coalesce(obj_description(oid, 'pg_namespace'), 'no comment')"
                                + " from pg_namespace where nspname = '%s'".formatted(NAME));
        if (!comment.isEmpty() && !comment.equals(MARK)) {
            throw new SQLException(
                    ("the database has a schema %s that the lab did not make: rename or drop it, or"
                                    + " name another database with %s")
                            .formatted(NAME, Address.URL));
        }
        drop(keeper);
        run(keeper, "create schema " + NAME);
        run(keeper, "comment on schema %s is '%s'".formatted(NAME, MARK));
    }

    /**
     * Drops the schema and gives the lock back. Without that, PostgreSQL would give it back only
     * when it notices that the connection has ended, and another session could come before that.
     */
    static void leave(Connection keeper) throws SQLException {
        drop(keeper);
        run(keeper, "select pg_advisory_unlock(%d)".formatted(LOCK));
    }

    private static void drop(Connection keeper) throws SQLException {
        run(keeper, "drop schema if exists %s cascade".formatted(NAME));
    }

    private static void run(Connection keeper, String sql) throws SQLException {
        try (var statement = keeper.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Connection keeper, String sql) throws SQLException {
        try (var statement = keeper.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }
}
