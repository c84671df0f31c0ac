package lab.database;

import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** The address and the login of a learner's PostgreSQL, from the environment; never shown. */
final class Address {

    static final String URL = "LAB_JDBC_URL";
    static final String USER = "LAB_JDBC_USER";
    static final String PASSWORD = "LAB_JDBC_PASSWORD";

    private static final String SCHEME = "jdbc:postgresql:";
    private static final String EXAMPLE =
            "%s=jdbc:postgresql://127.0.0.1:5432/postgres with %s and %s; without %s the lab uses"
                            .formatted(URL, USER, PASSWORD, URL)
                    + " its own H2";
    private static final int PATIENCE_SECONDS = 5;

    private final Map<String, String> environment;
    private final String host;
    private final int port;
    private final String database;

    private Address(Map<String, String> environment) throws SQLException {
        this.environment = environment;
        var source = raw();
        host = source.getServerNames()[0];
        database = source.getDatabaseName();
        port = source.getPortNumbers()[0] == 0 ? 5432 : source.getPortNumbers()[0];
    }

    static Address of(Map<String, String> environment) throws SQLException {
        var url = environment.get(URL).strip();
        if (!url.startsWith(SCHEME)) {
            throw new SQLException(
                    "%s must start with %s, the only server for which the lab has a driver; try %s"
                            .formatted(URL, SCHEME, EXAMPLE));
        }
        return new Address(environment);
    }

    private PGSimpleDataSource raw() throws SQLException {
        var source = new PGSimpleDataSource();
        try {
            source.setURL(environment.get(URL).strip());
        } catch (IllegalArgumentException withTheWholeUrlInItsMessage) {
            throw new SQLException(
                    "%s is not the address of a PostgreSQL; try %s".formatted(URL, EXAMPLE));
        }
        if (environment.containsKey(USER)) {
            source.setUser(environment.get(USER));
        }
        if (environment.containsKey(PASSWORD)) {
            source.setPassword(environment.get(PASSWORD));
        }
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setApplicationName("Latency Lab");
        return source;
    }

    /** Opens connections at the address itself. */
    PGSimpleDataSource source() throws SQLException {
        var source = raw();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        return source;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** The message for the learner; the driver's own message may contain the user name. */
    SQLException explained(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return new SQLException(
                    ("PostgreSQL at %s refused the user or the password (SQLSTATE %s);"
                                    + " check %s and %s")
                            .formatted(this, state, USER, PASSWORD));
        }
        if (state.equals("3D000")) {
            return new SQLException(
                    ("PostgreSQL at %s has no database \"%s\" (SQLSTATE %s); create it, or name"
                                    + " another one with %s")
                            .formatted(this, database, state, URL));
        }
        if (state.startsWith("08")) {
            return new SQLException(
                    "PostgreSQL at %s is not reached (SQLSTATE %s): is it running, and does %s name"
                                    .formatted(this, state, URL)
                            + " its host and port? Without this variable the lab uses its own"
                            + " H2");
        }
        return new SQLException(
                "PostgreSQL at %s refused the connection (SQLSTATE %s); its log says why"
                        .formatted(this, state));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
