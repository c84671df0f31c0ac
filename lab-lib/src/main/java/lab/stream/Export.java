package lab.stream;

import java.io.OutputStream;
import java.sql.Connection;

/**
 * Sends rows of a database to a client. It runs on a virtual thread, so it may block: a write waits
 * while the client does not read. What it throws breaks the response off, so that the client can
 * see it.
 */
@FunctionalInterface
public interface Export {
    void send(Connection connection, OutputStream client) throws Exception;
}
