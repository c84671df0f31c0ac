package lab.bench.fork;

import java.io.Serializable;

/**
 * Why a benchmark has no result.
 *
 * @param error in words
 * @param type the outermost class of package nb in whose source it happened, or ""
 * @param line the line in that source
 */
public record Cause(String error, String type, int line) implements Serializable {

    /** The package of the classes that are compiled from cells. */
    static final String CELLS = "nb";

    public static Cause of(String error) {
        return new Cause(error, "", 0);
    }
}
