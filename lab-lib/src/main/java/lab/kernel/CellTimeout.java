package lab.kernel;

import java.time.Duration;
import lab.measure.Text;

/** Ends a statement that took longer than JJAVA_TIMEOUT allows. */
final class CellTimeout extends Error {

    CellTimeout(Duration timeout) {
        super("stopped after " + Text.of(timeout) + ", as JJAVA_TIMEOUT says");
    }
}
