package lab.eventloop;

import io.vertx.core.Vertx;

/** A way to do a long job on the loop without keeping it from others (C05). */
public interface Slicing {

    /** A job of many small steps; its data belongs to the loop. */
    interface Job {

        boolean isDone();

        /** Does the next step, which takes 2 ms. */
        void step();
    }

    /** Called on the loop: does the whole job, in as many turns as it likes, then {@code done}. */
    void run(Vertx vertx, Job job, Runnable done);
}
