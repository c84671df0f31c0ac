package lab.eventloop;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** A way to get blocking work done for a request that is being served on the loop (C15). */
public interface Offload {

    /** Called on the loop; the future is completed with the work's result. */
    Future<String> run(Vertx vertx, Callable<String> work) throws Exception;
}
