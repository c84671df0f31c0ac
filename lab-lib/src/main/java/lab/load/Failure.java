package lab.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;

/** Network errors by kind, in words that say what happened to the request. */
final class Failure {

    private Failure() {}

    static String of(IOException e) {
        return switch (e) {
            case ConnectException refused -> "connection refused";
            case SocketTimeoutException late -> "no response in time";
            case EOFException closed -> "connection closed by the server";
            case ProtocolException broken -> "not an HTTP/1.1 response";
            default -> "connection broken";
        };
    }
}
