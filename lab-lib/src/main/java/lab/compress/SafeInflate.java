package lab.compress;

import java.io.IOException;
import java.io.InputStream;

/** Decompresses gzip that somebody else has sent. */
@FunctionalInterface
public interface SafeInflate {

    /**
     * @param most how many bytes may come out of it
     */
    byte[] inflate(InputStream gzipped, int most) throws IOException;
}
