package lab.eventloop;

import io.vertx.core.Vertx;

/** A way to do a long job on the event loop without blocking it (C05). */
public interface Slicing {

    /** A job of many small steps; only the event loop may use its data. */
    interface Job {

        boolean isDone();

        /** Does the next step, which takes 2 ms. */
        void step();
    }

    /** Called on the event loop: does the whole job, in any number of slices, then {@code done}. */
    void run(Vertx vertx, Job job, Runnable done);
}
