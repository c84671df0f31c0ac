package lab.database;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.engine.SysProperties;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;

/** An H2 database in memory, open as long as this engine; used directly or over TCP. */
final class H2Engine implements Engine {

    private static final String HERE = "127.0.0.1";
    private static final String USER = "lab";

    static {
        // By default, H2's server listens on every address. It reads this once, when it is loaded.
        System.setProperty("h2.bindAddress", HERE);
    }

    private final String database = "lab-" + random(8);
    private final String password = random(16);
    private final Connection keeper;
    private final Server server;

    private H2Engine(boolean listening) throws SQLException {
        keeper = source("jdbc:h2:mem:").getConnection();
        try (var statement = keeper.createStatement()) {
            statement.execute("create alias nap for 'java.lang.Thread.sleep(long)'");
        }
        server = listening ? listen() : null;
    }

    static H2Engine embedded() throws SQLException {
        return new H2Engine(false);
    }

    static H2Engine listening() throws SQLException {
        return new H2Engine(true);
    }

    private static Server listen() throws SQLException {
        if (!HERE.equals(SysProperties.BIND_ADDRESS)) {
            throw new IllegalStateException(
                    "H2 was loaded before the lab could limit it to 127.0.0.1: restart the kernel"
                            + " and open the lab's Database first");
        }
        return Server.createTcpServer("-tcp", "-tcpPort", "0", "-tcpDaemon").start();
    }

    @Override
    public String name() {
        return server == null ? "H2 in this JVM" : "H2 server";
    }

    @Override
    public Optional<InetSocketAddress> address() {
        return Optional.ofNullable(server)
                .map(on -> new InetSocketAddress(InetAddress.getLoopbackAddress(), on.getPort()));
    }

    @Override
    public DataSource source() {
        return server == null ? source("jdbc:h2:mem:") : sourceAt(server.getPort());
    }

    @Override
    public DataSource sourceAt(int port) {
        return source("jdbc:h2:tcp://%s:%d/mem:".formatted(HERE, port));
    }

    private DataSource source(String place) {
        var source = new JdbcDataSource();
        // By default, H2 keeps the last result of a statement, so repeating it would cost nothing.
        source.setURL(place + database + ";OPTIMIZE_REUSE_RESULTS=0");
        source.setUser(USER);
        source.setPassword(password);
        return source;
    }

    @Override
    public String nap(Duration time) {
        return "call nap(%d)".formatted(time.toMillis());
    }

    @Override
    public void load(Connection connection, Table table) throws SQLException {
        new RowFile(connection, table).insert();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
        try (var statement = keeper.createStatement()) {
            // This also ends the sessions that a cell has left open, and frees the memory.
            statement.execute("shutdown immediately");
        } catch (SQLException alreadyClosed) {
            // Nothing is left to free.
        }
    }

    private static String random(int bytes) {
        var secret = new byte[bytes];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
