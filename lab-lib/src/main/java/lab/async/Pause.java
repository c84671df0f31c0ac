package lab.async;

import java.time.Duration;
import java.util.Random;

/** How long a client waits before its next attempt. */
public interface Pause {

    /**
     * Returns the pause.
     *
     * @param attempt how many attempts have failed, from 1
     * @param random the source of all randomness, so that a run can be repeated
     */
    Duration after(int attempt, Random random);
}
