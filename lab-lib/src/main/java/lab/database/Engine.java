package lab.database;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** What stands behind a {@link Database}: an H2 of the lab's own, or somebody's PostgreSQL. */
interface Engine extends AutoCloseable {

    /** The product, such as "H2 in this JVM". */
    String name();

    /** Where it listens; empty where it runs in this JVM only. */
    Optional<InetSocketAddress> address();

    /** Opens a connection at every call, at its own address. */
    DataSource source();

    /** Opens a connection at every call, through a port of this machine. */
    DataSource sourceAt(int port);

    /** A statement that holds its connection for so long without using a CPU. */
    String nap(Duration time);

    /** Fills a table of three or more columns from a file of comma-separated values. */
    void load(Connection connection, Table table) throws SQLException;

    @Override
    void close();
}
