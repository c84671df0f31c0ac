package lab.stream;

import io.vertx.core.http.HttpServerRequest;

/** What a server does after the second of many rows, when reading the next one has failed. */
@FunctionalInterface
public interface Ending {
    void end(HttpServerRequest request) throws Exception;
}
