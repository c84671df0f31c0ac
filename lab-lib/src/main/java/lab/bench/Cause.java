package lab.bench;

import java.io.Serializable;

/**
 * Why a benchmark has no result.
 *
 * @param error in words
 * @param type the outermost class of package nb in whose source it happened, or ""
 * @param line the line in that source
 */
record Cause(String error, String type, int line) implements Serializable {

    static Cause of(String error) {
        return new Cause(error, "", 0);
    }
}
