package lab.stream;

import java.nio.file.Path;
import java.util.List;

/** Reads a CSV file into its records, the header included. */
@FunctionalInterface
public interface RowReading {
    List<List<String>> read(Path file) throws Exception;
}
