package lab.stream;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.measure.Measured;
import lab.measure.Pace;
import lab.measure.Require;
import lab.measure.Runaways;
import lab.measure.Steps;
import lab.measure.Table;
import lab.measure.Text;
import lab.measure.Timeline;
import lab.measure.Timeline.Track;

/**
 * A file on its way to a client that reads slowly: how many bytes of it wait in the memory of the
 * server (C86). Each way of sending has a server of its own with one event loop. The buffers of the
 * sockets, which belong to the operating system, are not counted.
 *
 * @param runs in the order in which they were made
 */
public record Downloads(List<Run> runs) implements Measured {

    /** As many bytes of the file are sent. */
    static final int BYTES = 40_000_000;

    private static final Duration TIME = Duration.ofSeconds(3);

    /**
     * One way of sending.
     *
     * @param accepted how many bytes the response took
     * @param read how many the client had read when it went away
     * @param most how many waited in the server, at most
     * @param waiting how many waited, over the time
     */
    public record Run(
            String name, long accepted, long read, long most, List<Timeline.Sample> waiting) {
        public Run {
            waiting = List.copyOf(waiting);
        }
    }

    public Downloads {
        runs = List.copyOf(runs);
    }

    /**
     * Sends 40 MB of a file in this way to a client that reads a few MB per second and leaves after
     * three seconds.
     *
     * @param file of 40 MB or more
     */
    public static Downloads of(Path file, String name, Sender sender) throws Exception {
        return new Downloads(List.of()).and(file, name, sender);
    }

    /** And in another way. */
    public Downloads and(Path file, String name, Sender sender) throws Exception {
        Require.given(file, "file", "sales.file()");
        Require.given(sender, "sender", "(file, client) -> file.pipeTo(client)");
        Require.that(
                Files.size(file) >= BYTES,
                "file must have at least %,d bytes, had %,d; take Sales.small().file()",
                BYTES,
                Files.size(file));
        Require.unused(name, "way of sending", runs, Run::name);
        Runaways.refuse();
        var more = new ArrayList<>(runs);
        try (var steps = Steps.one(name, TIME)) {
            more.add(run(file, name, sender));
        }
        return new Downloads(more);
    }

    private static Run run(Path file, String name, Sender sender) throws Exception {
        try (var download = new Download(file, BYTES, sender)) {
            return download.toSlowClient(name, Pace.of(TIME, Duration.ofMillis(1_500)));
        }
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "way of sending", runs, Run::name);
    }

    @Override
    public Timeline shape() {
        return new Timeline(
                "Bytes that wait in the server for a slow client",
                "MB",
                runs.stream().map(run -> new Track(run.name(), run.waiting())).toList(),
                List.of());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("way", "the response took", "the client read", "waiting at most"),
                        runs.stream()
                                .map(
                                        run ->
                                                List.of(
                                                        run.name(),
                                                        Text.megabytes(run.accepted()),
                                                        Text.megabytes(run.read()),
                                                        Text.megabytes(run.most())))
                                .toList()));
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%s: at most %s wait in the server"
                                        .formatted(run.name(), Text.megabytes(run.most())))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
