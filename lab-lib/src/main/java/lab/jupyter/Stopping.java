package lab.jupyter;

/** What a kernel offers that can end the threads of its cells; only the lab's own does. */
public interface Stopping {

    /** Ends these threads at their next check, else by an interrupt. */
    void stop(ThreadGroup threads);
}
