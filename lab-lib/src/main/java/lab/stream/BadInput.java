package lab.stream;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Scratch;
import lab.measure.Steps;
import lab.measure.Table;

/**
 * What ways of reading CSV make of files that are unusual or broken: the right records, a refusal,
 * or, without a word, something else.
 *
 * @param runs in the order in which they were made
 */
public record BadInput(List<Run> runs) implements Measured {

    /** What became of one file. */
    public enum Seen {
        RIGHT("right"),
        REFUSED("refused"),
        SILENT("silently wrong");

        private final String words;

        Seen(String words) {
            this.words = words;
        }

        /** As it is shown. */
        public String words() {
            return words;
        }
    }

    /**
     * One way of reading.
     *
     * @param seen what it made of each file, in the order of {@link OddFile}
     */
    public record Run(String name, List<Seen> seen) {
        public Run {
            seen = List.copyOf(seen);
        }

        /** How many files it read wrong without a word. */
        public long silent() {
            return seen.stream().filter(one -> one == Seen.SILENT).count();
        }

        Seen of(OddFile file) {
            return seen.get(file.ordinal());
        }
    }

    public BadInput {
        runs = List.copyOf(runs);
    }

    /** Reads all files in this way. */
    public static BadInput of(String name, RowReading reading) throws IOException {
        return new BadInput(List.of()).and(name, reading);
    }

    /** And in another way. */
    public BadInput and(String name, RowReading reading) throws IOException {
        Require.given(name, "name", "\"split\"");
        Require.given(reading, "reading", "file -> …");
        var more = new ArrayList<>(runs);
        var folder = Scratch.folder("odd-files");
        try (var steps = Steps.of(OddFile.values().length)) {
            var seen = new ArrayList<Seen>();
            for (var odd : OddFile.values()) {
                steps.next("%s: %s".formatted(name, odd.words()));
                seen.add(seen(odd, odd.write(folder), reading));
            }
            more.add(new Run(name, seen));
        } finally {
            Scratch.delete(folder);
        }
        return new BadInput(more);
    }

    private static Seen seen(OddFile odd, Path file, RowReading reading) throws IOException {
        try {
            return odd.isRight(reading.read(file)) ? Seen.RIGHT : Seen.SILENT;
        } catch (Exception refused) {
            return Seen.REFUSED;
        } finally {
            Files.delete(file);
        }
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "way of reading", runs, Run::name);
    }

    @Override
    public Comparison shape() {
        return new Comparison(
                "Of %d odd files, how many were read wrong without a word"
                        .formatted(OddFile.values().length),
                "files",
                runs.stream().map(run -> Bar.exact(run.name(), run.silent())).toList());
    }

    @Override
    public Optional<Table> table() {
        var head = Stream.concat(Stream.of("file"), runs.stream().map(Run::name)).toList();
        return Optional.of(
                new Table(head, Arrays.stream(OddFile.values()).map(this::row).toList()));
    }

    private List<String> row(OddFile file) {
        return Stream.concat(
                        Stream.of(file.words()), runs.stream().map(run -> run.of(file).words()))
                .toList();
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%s: %d of %d files read wrong without a word"
                                        .formatted(run.name(), run.silent(), run.seen().size()))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
