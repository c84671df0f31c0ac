package lab.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL of a learner, in which the lab has its own schema until this is closed. */
final class PostgresEngine implements Engine {

    private final Address address;
    private final Connection keeper;
    private final OwnSchema schema;
    private final Thread atTheEnd = Thread.ofPlatform().unstarted(this::leave);

    private PostgresEngine(Address address, Connection keeper, OwnSchema schema) {
        this.address = address;
        this.keeper = keeper;
        this.schema = schema;
    }

    static PostgresEngine open(Address address) throws SQLException {
        var keeper = connect(address);
        var engine = new PostgresEngine(address, keeper, schema(keeper));
        Runtime.getRuntime().addShutdownHook(engine.atTheEnd);
        return engine;
    }

    private static OwnSchema schema(Connection keeper) throws SQLException {
        try {
            return OwnSchema.create(keeper);
        } catch (SQLException e) {
            keeper.close();
            throw e;
        }
    }

    private static Connection connect(Address address) throws SQLException {
        try {
            return address.source().getConnection();
        } catch (SQLException e) {
            throw address.explained(e);
        }
    }

    @Override
    public String name() {
        return "PostgreSQL at " + address;
    }

    @Override
    public Optional<InetSocketAddress> address() {
        return Optional.of(new InetSocketAddress(address.host(), address.port()));
    }

    @Override
    public DataSource source() {
        return inOurSchema();
    }

    @Override
    public DataSource sourceAt(int port) {
        var source = inOurSchema();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        return source;
    }

    private PGSimpleDataSource inOurSchema() {
        try {
            var source = address.source();
            source.setCurrentSchema(schema.name());
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }

    @Override
    public String nap(Duration time) {
        return "select pg_sleep(%s)".formatted(time.toMillis() / 1e3);
    }

    @Override
    public void load(Connection connection, Table table) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var rows = Files.newInputStream(table.rows())) {
            copy.copyIn(
                    "copy %s from stdin with (format csv, header true)".formatted(table.name()),
                    rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("analyze " + table.name());
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException alreadyEnding) {
            return;
        }
        leave();
    }

    private void leave() {
        try (keeper) {
            schema.leave(keeper);
        } catch (SQLException gone) {
            // The next session of the lab drops it: the schema carries its mark.
        }
    }
}
