package lab.stream;

import io.vertx.core.file.FileSystem;
import io.vertx.core.http.HttpServerRequest;
import java.io.Serializable;

/**
 * Writes the body of a request into a file and then ends the response. It runs in a JVM of its own,
 * so it must not use variables of other cells.
 */
@FunctionalInterface
public interface Receiver extends Serializable {

    /**
     * @param files the file system of the event loop
     * @param target the path of the file, which does not exist yet
     */
    void receive(HttpServerRequest request, FileSystem files, String target) throws Exception;
}
