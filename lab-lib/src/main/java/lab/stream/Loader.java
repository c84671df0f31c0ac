package lab.stream;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * Adds up the sales in a CSV file. It runs in a JVM of its own, so it must not use variables of
 * other cells.
 */
@FunctionalInterface
public interface Loader extends Serializable {
    Loaded load(Path file) throws Exception;
}
