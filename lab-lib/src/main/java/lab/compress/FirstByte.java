package lab.compress;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Table;

/**
 * Rows that go through a compressor to a client, and a flush after each: after how many rows the
 * client gets something of the first one, and how many bytes all of them are.
 *
 * @param runs in the order in which they were made
 */
public record FirstByte(List<Run> runs) implements Measured {

    private static final int ROWS = 2_000;
    private static final int HEADER = 10;

    /** Puts a compressor in front of a client. */
    @FunctionalInterface
    public interface Wrapping {
        OutputStream around(OutputStream client) throws IOException;
    }

    /**
     * One compressor.
     *
     * @param rows how many there were
     * @param first after which of them the first byte of content left, from 1
     * @param bytes how many bytes left in all
     */
    public record Run(String name, int rows, int first, int bytes) {}

    public FirstByte {
        runs = List.copyOf(runs);
    }

    /** Sends 2,000 rows, with a flush after each of them. */
    public static FirstByte of(String name, Wrapping wrapping) throws IOException {
        return new FirstByte(List.of()).and(name, wrapping);
    }

    /** And through another compressor. */
    public FirstByte and(String name, Wrapping wrapping) throws IOException {
        Require.given(name, "name", "\"gzip\"");
        Require.given(wrapping, "wrapping", "client -> new GZIPOutputStream(client)");
        var more = new ArrayList<>(runs);
        more.add(run(name, wrapping));
        return new FirstByte(more);
    }

    private static Run run(String name, Wrapping wrapping) throws IOException {
        var client = new ByteArrayOutputStream();
        int first = 0;
        try (var out = wrapping.around(client)) {
            for (int row = 1; row <= ROWS; row++) {
                out.write(row(row).getBytes(StandardCharsets.UTF_8));
                out.flush();
                // The header of gzip leaves at once and says nothing about the rows.
                if (first == 0 && client.size() > HEADER) {
                    first = row;
                }
            }
        }
        return new Run(name, ROWS, first == 0 ? ROWS : first, client.size());
    }

    private static String row(int row) {
        long hash = row * 0x9E3779B97F4A7C15L;
        return "{\"row\":%d,\"city\":\"Lima\",\"key\":\"%x\"}%n".formatted(row, hash);
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "compressor", runs, Run::name);
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "After how many rows the client gets the first",
                "rows",
                runs.stream().map(run -> Bar.exact(run.name(), run.first())).toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("compressor", "rows", "first one after", "bytes"),
                        runs.stream()
                                .map(
                                        run ->
                                                List.of(
                                                        run.name(),
                                                        "%,d".formatted(run.rows()),
                                                        "%,d".formatted(run.first()),
                                                        "%,d".formatted(run.bytes())))
                                .toList()));
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%s: the first byte after row %,d, %,d bytes in all"
                                        .formatted(run.name(), run.first(), run.bytes()))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
