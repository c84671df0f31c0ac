package lab.eventloop;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** A way to do blocking work for a request while the event loop stays free (C15). */
public interface Offload {

    /** Called on the event loop; the future is completed with the result of the work. */
    Future<String> run(Vertx vertx, Callable<String> work) throws Exception;
}
