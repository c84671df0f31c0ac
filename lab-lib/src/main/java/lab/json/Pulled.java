package lab.json;

import static java.util.stream.Collectors.joining;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Table;
import lab.measure.Text;

/**
 * How many bytes of a document are read to find one value in it (C88).
 *
 * @param runs in the order in which they were made
 */
public record Pulled(List<Run> runs) implements Measured {

    /** A way to find a value. */
    @FunctionalInterface
    public interface Search {
        Object in(InputStream document) throws Exception;
    }

    /**
     * One way.
     *
     * @param length the bytes of the document
     * @param pulled the bytes that were read
     * @param found the value, as text
     */
    public record Run(String name, long length, long pulled, String found) {

        /** Which share of the document was read. */
        public double share() {
            return (double) pulled / length;
        }
    }

    public Pulled {
        runs = List.copyOf(runs);
    }

    /** Searches this document in this way. */
    public static Pulled of(String name, byte[] document, Search search) throws Exception {
        return new Pulled(List.of()).and(name, document, search);
    }

    /** And this document in this way. */
    public Pulled and(String name, byte[] document, Search search) throws Exception {
        Require.given(name, "name", "\"tokens\"");
        Require.given(document, "document", "Orders.json(5_000_000)");
        Require.given(search, "search", "in -> json.readTree(in)");
        Require.that(document.length > 0, "document must not be empty; try Orders.json(5_000_000)");
        var more = new ArrayList<>(runs);
        try (var counted = new CountedBytes(document)) {
            var found = String.valueOf(search.in(counted));
            more.add(new Run(name, document.length, counted.bytesRead(), found));
        }
        return new Pulled(more);
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "search", runs, Run::name);
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "How much of the document was read",
                "%",
                runs.stream().map(run -> Bar.exact(run.name(), 100 * run.share())).toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("search", "bytes of the document", "bytes read", "found"),
                        runs.stream()
                                .map(
                                        run ->
                                                List.of(
                                                        run.name(),
                                                        "%,d".formatted(run.length()),
                                                        "%,d".formatted(run.pulled()),
                                                        run.found()))
                                .toList()));
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%s: %,d of %,d bytes (%s)"
                                        .formatted(
                                                run.name(),
                                                run.pulled(),
                                                run.length(),
                                                Text.percent(run.share())))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
