package lab.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.measure.Require;

/**
 * A part of a file of lines. A line belongs to the range in which it begins, so each line is in
 * exactly one range. Lines end with a line feed: a quoted line feed, as CSV allows, would be taken
 * for an end.
 *
 * @param from the place of its first byte
 * @param to the place after its last one
 */
public record Range(Path file, long from, long to) {

    private static final int MOST = 64;

    /**
     * Cuts a file into about equal ranges; a file with fewer lines has fewer.
     *
     * @param count 1 to 64
     */
    public static List<Range> of(Path file, int count) throws IOException {
        Require.given(file, "file", "sales.file()");
        Require.within(count, "count", 1, MOST, "Range.of(file, 2)");
        var ranges = new ArrayList<Range>();
        try (var channel = FileChannel.open(file)) {
            long size = channel.size();
            long from = 0;
            for (int i = 1; i <= count && from < size; i++) {
                long to = i == count ? size : lineEnd(channel, Math.max(from, size / count * i));
                ranges.add(new Range(file, from, to));
                from = to;
            }
        }
        return List.copyOf(ranges);
    }

    /** The place after the line that is here. */
    private static long lineEnd(FileChannel channel, long here) throws IOException {
        var in = Channels.newInputStream(channel.position(here)); // must not be closed
        long place = here;
        for (int read = in.read(); read >= 0; read = in.read()) {
            place++;
            if (read == '\n') {
                break;
            }
        }
        return place;
    }

    /** Its lines as UTF-8; the stream must be closed. */
    public Stream<String> lines() {
        try {
            var channel = FileChannel.open(file).position(from);
            var part = new FirstBytes(Channels.newInputStream(channel), to - from);
            var reader = new BufferedReader(new InputStreamReader(part, decoder()));
            return reader.lines().onClose(() -> close(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses bytes that are no UTF-8, as Files.lines does, instead of replacing them. */
    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8.newDecoder();
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
