package lab.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/** One kept-alive connection. */
final class Connection implements AutoCloseable {

    private final Target target;
    private final Socket socket = new Socket();
    private final InputStream in;
    private boolean last;

    /** Connects; gives up after {@code patience}, as it does later on each response. */
    Connection(Target target, Duration patience) throws IOException {
        this.target = target;
        int millis = Math.toIntExact(Math.max(1, patience.toMillis()));
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis);
            socket.connect(target.address(), millis);
            in = Response.buffered(socket.getInputStream());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Sends one request and returns the response when it is complete. */
    Response request() throws IOException {
        last = true;
        socket.getOutputStream().write(target.request());
        var response = Response.read(in);
        last = response.last();
        return response;
    }

    /** Whether another request may follow on this connection. */
    boolean isOpen() {
        return !last && !socket.isClosed();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Closed is closed.
        }
    }
}
