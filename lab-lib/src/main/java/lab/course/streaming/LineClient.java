package lab.course.streaming;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A client that keeps all lines. It looks at the database when the first line has come, and may
 * leave after some lines.
 */
final class LineClient extends OutputStream {

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final Runnable atFirstLine;
    private final int patience;
    private int lines;
    private int deliveredAtFirstLine = Integer.MAX_VALUE;

    /**
     * @param atFirstLine is run when the first line has come
     * @param patience after this many lines the client has left, and every write fails
     */
    LineClient(Runnable atFirstLine, int patience) {
        this.atFirstLine = atFirstLine;
        this.patience = patience;
    }

    @Override
    public void write(int one) throws IOException {
        if (lines >= patience) {
            throw new IOException("the client has left");
        }
        all.write(one);
        if (one == '\n' && lines++ == 0) {
            deliveredAtFirstLine = DeliveredRows.delivered();
            atFirstLine.run();
        }
    }

    /** How many rows the database had delivered when the first line had come. */
    int deliveredAtFirstLine() {
        return deliveredAtFirstLine;
    }

    /** What ends with a line feed, and what is behind the last one. */
    List<String> lines() {
        var text = all.toString(StandardCharsets.UTF_8);
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }
}
