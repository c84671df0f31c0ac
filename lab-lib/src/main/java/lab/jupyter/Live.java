package lab.jupyter;

/**
 * An output of a cell that is updated in place. Any thread may call it, even while the thread of
 * the cell waits. It shows at most four states a second and skips the others, except the last.
 */
public interface Live extends AutoCloseable {

    /**
     * Replaces what was shown before.
     *
     * @param html a fragment of HTML
     * @param text the same for front ends without HTML
     */
    void show(String html, String text);

    /** Shows the last state, which stays. */
    @Override
    void close();
}
