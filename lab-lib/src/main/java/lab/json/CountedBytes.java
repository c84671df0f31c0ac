package lab.json;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/**
 * A document as a stream that counts how many of its bytes were read, and whether it was closed.
 */
public final class CountedBytes extends FilterInputStream {

    private final int length;
    private long read;
    private boolean closed;

    public CountedBytes(byte[] document) {
        super(new ByteArrayInputStream(document));
        this.length = document.length;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        read += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        int got = super.read(into, offset, count);
        read += Math.max(0, got);
        return got;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        read += skipped;
        return skipped;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }

    /** How many bytes were read. */
    public long bytesRead() {
        return read;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    public boolean isClosed() {
        return closed;
    }
}
