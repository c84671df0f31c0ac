package lab.compress;

import java.io.IOException;
import java.io.InputStream;

/**
 * How a compressed stream came to its end.
 *
 * @param delivered the bytes that came out before its end, or its error
 * @param error the message of the error; empty where there was none
 */
public record Pieces(long delivered, String error) {

    private static final int ONCE = 8_192;

    /** Opens a stream. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** Reads a stream to its end or its error, and throws away what comes. */
    public static Pieces of(Opening opening) {
        long delivered = 0;
        try (var in = opening.open()) {
            var some = new byte[ONCE];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                delivered += read;
            }
            return new Pieces(delivered, "");
        } catch (IOException e) {
            return new Pieces(delivered, e.toString());
        }
    }

    @Override
    public String toString() {
        return "%,d bytes%s".formatted(delivered, error.isEmpty() ? "" : ", then " + error);
    }
}
