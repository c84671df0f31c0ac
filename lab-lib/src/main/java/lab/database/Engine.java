package lab.database;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** The product of a {@link Database}: the lab's own H2, or the PostgreSQL of a learner. */
interface Engine extends AutoCloseable {

    /** The name of the product, such as "H2 in this JVM". */
    String name();

    /** Its address; empty if it runs only in this JVM. */
    Optional<InetSocketAddress> address();

    /** Opens a connection at every call, at its own address. */
    DataSource source();

    /** Opens a connection at every call, through a port of this machine. */
    DataSource sourceAt(int port);

    /** A statement that uses its connection for this time without a CPU. */
    String nap(Duration time);

    /** Fills a table of three or more columns from a CSV file. */
    void load(Connection connection, Table table) throws SQLException;

    @Override
    void close();
}
