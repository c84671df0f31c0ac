package lab.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import lab.dataset.Shop;
import lab.measure.Millis;
import lab.measure.Require;
import lab.measure.Steps;
import lab.measure.Text;
import lab.wire.Wire;

/**
 * A database for a lesson, and its distance. {@link #source} opens a connection at every call;
 * {@link #pool} gives the same database to HikariCP.
 *
 * <p>There is one embedded database and one server at a time. Opening another one closes the
 * earlier one with everything that was opened on it. So it is safe to run a cell again.
 */
public final class Database implements AutoCloseable {

    private static final String UNNAMED = "lab";
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int GLANCES = 40;
    private static final AtomicReference<Database> EMBEDDED = new AtomicReference<>();
    private static final AtomicReference<Database> SERVER = new AtomicReference<>();

    static {
        PoolLog.on();
    }

    private final Engine engine;
    private final Optional<Wire> wire;
    private final Duration roundTrip;
    private final Map<Duration, Database> fartherAway = new ConcurrentHashMap<>();
    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();

    private Database(Engine engine, Optional<Wire> wire, Duration roundTrip) {
        this.engine = engine;
        this.wire = wire;
        this.roundTrip = roundTrip;
    }

    /** H2 in the memory of this JVM: a query is a method call, without any network. */
    public static Database embedded() throws SQLException {
        return instead(EMBEDDED, () -> at(H2Engine.embedded()));
    }

    /**
     * A database server: H2 on a free port of 127.0.0.1, or the PostgreSQL that the environment
     * variable {@code LAB_JDBC_URL} names.
     *
     * @throws SQLException if the server is not reached or refuses; the message says what to do
     */
    public static Database server() throws SQLException {
        return instead(SERVER, Database::openServer);
    }

    /** Another H2 in this JVM: for checks, which must not close the databases of the learner. */
    public static Database apart() throws SQLException {
        return at(H2Engine.embedded());
    }

    private static Database openServer() throws SQLException {
        var url = System.getenv(Address.URL);
        return url == null || url.isBlank()
                ? at(H2Engine.listening())
                : at(PostgresEngine.open(Address.of(System.getenv())));
    }

    static Database at(Engine engine) {
        return new Database(engine, Optional.empty(), Duration.ZERO);
    }

    /** Opens a database. */
    private interface Opening {
        Database open() throws SQLException;
    }

    // The earlier one is closed first: both may need the same schema, and the heap is small.
    private static synchronized Database instead(AtomicReference<Database> of, Opening opening)
            throws SQLException {
        var before = of.getAndSet(null);
        if (before != null) {
            before.close();
        }
        var now = opening.open();
        of.set(now);
        return now;
    }

    /**
     * The same database with a simulated network delay, which also counts the round trips.
     *
     * @param roundTrip the delay there and back, 0 to 10 seconds; 0 only counts
     */
    public Database behind(Duration roundTrip) throws IOException {
        var address =
                engine.address()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                engine.name()
                                                        + " has no network to put a wire into; try"
                                                        + " Database.server()"));
        Require.given(roundTrip, "round trip", "behind(ofMillis(10))");
        var known = fartherAway.get(roundTrip);
        if (known == null) {
            var added = Wire.to(address).roundTrip(roundTrip);
            known = new Database(engine, Optional.of(added), roundTrip);
            fartherAway.put(roundTrip, known);
        }
        return known;
    }

    /** Opens a new connection at every call, as a program without a pool does. */
    public DataSource source() {
        return wire.map(Wire::port).map(engine::sourceAt).orElseGet(engine::source);
    }

    /** A new connection. */
    public Connection connect() throws SQLException {
        return source().getConnection();
    }

    /**
     * Opens a HikariCP pool on this database; the lab sets user and password. An earlier pool of
     * the same name is closed.
     *
     * @param config all other settings; it is not changed
     */
    public HikariDataSource pool(HikariConfig config) {
        Require.given(config, "config", "db.pool(10)");
        var own = new HikariConfig();
        config.copyStateTo(own);
        own.setPoolName(config.getPoolName() == null ? UNNAMED : config.getPoolName());
        own.setDataSource(source());
        var before = pools.remove(own.getPoolName());
        if (before != null) {
            before.close();
        }
        var pool = new HikariDataSource(own);
        pools.put(own.getPoolName(), pool);
        return pool;
    }

    /** A pool with this maximum size and HikariCP's defaults. */
    public HikariDataSource pool(int size) {
        Require.that(
                size >= 1 && size <= 100,
                "pool size must be 1 to 100, was %d; try db.pool(10)",
                size);
        var config = new HikariConfig();
        config.setMaximumPoolSize(size);
        config.setPoolName("lab-" + size);
        return pool(config);
    }

    /** How many round trips the clients of the wire have made until now. */
    public long roundTrips() {
        return counting().roundTrips();
    }

    /**
     * The same, read when no client has sent anything for a moment: some clients close a connection
     * without waiting for the reply. Waits at most about two seconds and 40 round trips.
     */
    public long roundTripsWhenQuiet() throws InterruptedException {
        long before = roundTrips();
        for (int i = 0; i < GLANCES; i++) {
            Thread.sleep(GLANCE.plus(roundTrip));
            long now = roundTrips();
            if (now == before) {
                return now;
            }
            before = now;
        }
        return before;
    }

    /** How many connections were opened through the wire until now. */
    public long connections() {
        return counting().connections();
    }

    private Wire counting() {
        return wire.orElseThrow(
                () ->
                        new IllegalStateException(
                                "round trips to "
                                        + engine.name()
                                        + " are not counted; put a wire there:"
                                        + " db.behind(ofMillis(0))"));
    }

    /** Whether there is a wire, which counts round trips. */
    public boolean isWired() {
        return wire.isPresent();
    }

    /** The delay that the wire adds to a request and its reply. */
    public Duration roundTrip() {
        return roundTrip;
    }

    /** A statement that uses its connection for this time without a CPU, like a slow disk. */
    public String nap(Duration time) {
        Require.given(time, "nap", "nap(ofMillis(20))");
        Require.that(
                !time.isNegative() && time.compareTo(Duration.ofSeconds(10)) <= 0,
                "nap must be 0 to 10 seconds, was %s; try nap(ofMillis(20))",
                time);
        return engine.nap(time);
    }

    /**
     * Drops and creates these tables of a shop and fills them; the primary keys are the only
     * indexes. A million orders take about ten seconds.
     */
    public Database fill(Shop shop, String... tables) throws SQLException {
        Require.given(shop, "shop", "fill(Shop.small())");
        Require.allGiven(tables, "table", "fill(shop, \"orders\")");
        var all = Table.allOf(shop, tables.length == 0 ? all() : tables);
        try (var steps = Steps.of(all.size());
                var connection = engine.source().getConnection()) {
            for (var table : all) {
                steps.next("filling table " + table.name());
                try (var statement = connection.createStatement()) {
                    statement.execute("drop table if exists " + table.name());
                    statement.execute(table.ddl());
                }
                engine.load(connection, table);
            }
        }
        return this;
    }

    /** Runs statements that return nothing, such as {@code create index …}. */
    public Database run(String... statements) throws SQLException {
        Require.allGiven(statements, "statement", "run(\"create index …\")");
        try (var connection = engine.source().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
        return this;
    }

    private static String[] all() {
        return Shop.TABLES.toArray(String[]::new);
    }

    /** Closes what was opened here; a view of a database does not close the database itself. */
    @Override
    public void close() {
        List.copyOf(fartherAway.values()).forEach(Database::close);
        pools.values().forEach(HikariDataSource::close);
        if (wire.isPresent()) {
            wire.get().close();
        } else {
            engine.close();
        }
    }

    /** For example "H2 server, 10.0 ms away"; never a user or a password. */
    @Override
    public String toString() {
        return isWired()
                ? "%s, %s ms away".formatted(engine.name(), Text.of(Millis.of(roundTrip)))
                : engine.name();
    }
}
