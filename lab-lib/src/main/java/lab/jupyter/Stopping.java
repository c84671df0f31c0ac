package lab.jupyter;

/** Implemented by a kernel that can end the threads of its cells; only the lab's own kernel can. */
public interface Stopping {

    /** Ends these threads at their next check, or else by an interrupt. */
    void stop(ThreadGroup threads);
}
