package lab.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A schema of the lab in a learner's database, one for each kernel: {@code latency_lab}, {@code
 * latency_lab_2} and so on. A mark distinguishes it from a schema of the same name that does not
 * belong to the lab. A lock shows that another kernel is using it.
 *
 * @param name the schema
 * @param lock the number of its lock
 */
record OwnSchema(String name, long lock) {

    static final String NAME = "latency_lab";
    static final int MOST = 32;

    private static final String MARK = "made by Latency Lab, dropped when the lab closes";
    private static final long FIRST_LOCK = 0x1a7e_1ab;

    /**
     * Creates the first schema that no other kernel uses. A schema that an ended kernel has left is
     * dropped first.
     */
    static OwnSchema create(Connection keeper) throws SQLException {
        for (int number = 1; number <= MOST; number++) {
            var schema = numbered(number);
            if (schema.isFree(keeper)) {
                schema.replace(keeper);
                return schema;
            }
        }
        throw new SQLException(
                "%d kernels of the lab use this database: close some, or name another one with %s"
                        .formatted(MOST, Address.URL));
    }

    private static OwnSchema numbered(int number) {
        return new OwnSchema(number == 1 ? NAME : NAME + "_" + number, FIRST_LOCK + number - 1);
    }

    /** Takes the lock if no other kernel has it. */
    private boolean isFree(Connection keeper) throws SQLException {
        return ask(keeper, "select pg_try_advisory_lock(%d)::text".formatted(lock)).equals("true");
    }

    private void replace(Connection keeper) throws SQLException {
        var comment =
                ask(
                        keeper,
                        "select coalesce(obj_description(oid, 'pg_namespace'), 'no comment')"
                                + " from pg_namespace where nspname = '%s'".formatted(name));
        if (!comment.isEmpty() && !comment.equals(MARK)) {
            throw new SQLException(
                    ("the database has a schema %s that the lab did not make: rename or drop it, or"
                                    + " name another database with %s")
                            .formatted(name, Address.URL));
        }
        drop(keeper);
        run(keeper, "create schema " + name);
        run(keeper, "comment on schema %s is '%s'".formatted(name, MARK));
    }

    /**
     * Drops the schema and gives the lock back. Without that, PostgreSQL would give it back only
     * when it notices that the connection has ended, and another kernel could come before that.
     */
    void leave(Connection keeper) throws SQLException {
        drop(keeper);
        run(keeper, "select pg_advisory_unlock(%d)".formatted(lock));
    }

    private void drop(Connection keeper) throws SQLException {
        run(keeper, "drop schema if exists %s cascade".formatted(name));
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
