package lab.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Files that are generated: the same bytes on every machine. */
interface Generated {

    /** The folder's name in the cache. */
    String name();

    /** What is in them, such as "1,000,000 orders". */
    String content();

    /** The total size of the files. */
    long bytes();

    /** The checksum of the files, one after the other. */
    String sha256();

    /**
     * Writes the files into an empty folder and returns their checksum.
     *
     * @param progress is told the share that is done
     */
    String write(Path folder, DoubleConsumer progress) throws IOException;
}
