package lab.stream;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * A way to read a file. It runs in a JVM of its own, so it must not use variables of other cells.
 */
@FunctionalInterface
public interface Reading extends Serializable {

    /** Reads the file and returns a number, such as its lines; it shows that all of it was read. */
    long read(Path file) throws Exception;
}
