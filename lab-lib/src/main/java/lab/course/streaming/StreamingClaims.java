package lab.course.streaming;

import static java.util.stream.Collectors.joining;
import static lab.exercise.Finding.doesNotHold;
import static lab.exercise.Finding.holds;
import static lab.exercise.Finding.holdsIf;
import static lab.exercise.Finding.inconclusive;
import static lab.exercise.Prediction.choice;

import java.util.List;
import lab.exercise.Finding;
import lab.measure.Race;
import lab.measure.Text;
import lab.stream.Downloads;
import lab.stream.Exports;
import lab.stream.Readers;

/** What the results of notebook 07 say about the guides' claims. */
final class StreamingClaims {

    private static final List<String> WHOLE = List.of("readString", "readAllLines");
    private static final List<String> STREAMS = List.of("Files.lines", "BufferedReader");

    /** A heap this many times smaller than the file proves that the file is not in it. */
    private static final double FAR_SMALLER = 3;

    private static final double CLEARLY = 1.2;
    private static final double MANY_TIMES = 10;
    private static final double FEW_BYTES = 3e6;
    private static final double MUCH_SOONER = 5;

    private static final int ENOUGH_ROWS = 50_000;

    /** Below this, the live heap differs from run to run anyway. */
    private static final double NOISE = 1e6;

    private static final double MEGA = 1e6;

    private StreamingClaims() {}

    static Finding wholeFile(Readers readers) {
        var whole = WHOLE.stream().filter(readers.names()::contains).toList();
        if (whole.isEmpty()) {
            return inconclusive(readers.finding(), "add readString or readAllLines, by this name");
        }
        String here = here(readers, whole);
        if (whole.stream().anyMatch(name -> isBelowFile(readers, name))) {
            return doesNotHold(here, "a heap smaller than the file was enough")
                    .bearingOut(of(readers));
        }
        if (whole.stream().anyMatch(name -> readers.tooSmall(name).isEmpty())) {
            return inconclusive(here, "add heaps that are smaller than the file");
        }
        return holdsIf(here, "if the heap is smaller than this way and this collector need")
                .bearingOut(of(readers));
    }

    private static boolean isBelowFile(Readers readers, String name) {
        var enough = readers.enough(name);
        return enough.isPresent() && enough.getAsInt() < readers.megabytes();
    }

    /** Which heap readAllLines needed, compared with the file. */
    private static Character[] of(Readers readers) {
        var name = "readAllLines";
        return readers.names().contains(name) && readers.enough(name).isPresent()
                ? new Character[] {
                    choice("07.1", readers.enough(name).getAsInt() / readers.megabytes())
                }
                : new Character[0];
    }

    private static String here(Readers readers, List<String> names) {
        return "a file of %s MB: ".formatted(Text.of(Math.rint(readers.megabytes())))
                + names.stream().map(name -> heap(readers, name)).collect(joining("; "));
    }

    private static String heap(Readers readers, String name) {
        var enough = readers.enough(name);
        var tooSmall = readers.tooSmall(name);
        return name
                + (tooSmall.isPresent() ? " fails in %,d MB".formatted(tooSmall.getAsInt()) : "")
                + (tooSmall.isPresent() && enough.isPresent() ? "," : "")
                + (enough.isPresent() ? " works in %,d MB".formatted(enough.getAsInt()) : "");
    }

    static Finding constantMemory(Readers readers) {
        var streams = STREAMS.stream().filter(readers.names()::contains).toList();
        if (streams.isEmpty()) {
            return inconclusive(
                    readers.finding(), "add Files.lines or BufferedReader, by this name");
        }
        String here = here(readers, streams);
        double small = readers.megabytes() / FAR_SMALLER;
        if (streams.stream()
                .allMatch(
                        name ->
                                readers.enough(name).isPresent()
                                        && readers.enough(name).getAsInt() <= small)) {
            return holds(
                    here,
                    "the heap need not grow with the file, as long as nothing is kept and no line"
                            + " is large");
        }
        return readers.heaps().megabytes().getFirst() > small
                ? inconclusive(here, "try a heap that is at most a third of the file")
                : doesNotHold(
                        here,
                        "a stream needed a heap of the file's size: does it keep rows, or is a line"
                                + " large?");
    }

    static Finding moreEfficient(Race race) {
        var gain = race.ratio("readAllLines", "Files.lines");
        String here =
                "readAllLines takes %s as long as Files.lines (%s to %s)"
                        .formatted(
                                Text.times(gain.value()),
                                Text.of(gain.low()),
                                Text.of(gain.high()));
        if (gain.low() > CLEARLY) {
            return holdsIf(
                    here,
                    "less so in a heap with plenty of room: there the collector has less to do");
        }
        return gain.high() < CLEARLY
                ? doesNotHold(
                        here, "the heap is large enough, so that keeping the lines costs little")
                : inconclusive(here, "the interval is too wide to decide; run the cell again");
    }

    static Finding backpressure(Downloads downloads) {
        var ignoring = downloads.run("write");
        var asking = downloads.run("pipeTo");
        String here =
                "for a client that had read %s MB, %s MB wait in the server without backpressure,"
                        + " %s MB with it";
        here =
                here.formatted(
                        megabytes(ignoring.read()),
                        megabytes(ignoring.most()),
                        megabytes(asking.most()));
        if (asking.most() > FEW_BYTES) {
            return inconclusive(here, "the way that is called pipeTo does not wait for its client");
        }
        if (ignoring.most() > FEW_BYTES && ignoring.most() > MANY_TIMES * asking.most()) {
            return holds(here, "").bearingOut(choice("07.2", ignoring.most() / MEGA));
        }
        return ignoring.accepted() - ignoring.read() > MANY_TIMES * FEW_BYTES
                ? doesNotHold(
                                here,
                                "the response took much more than the client read, and kept little")
                        .bearingOut(choice("07.2", ignoring.most() / MEGA))
                : inconclusive(
                        here,
                        "the way that is called write has sent little more than was read: does it"
                                + " wait?");
    }

    private static String megabytes(long bytes) {
        return Text.of(bytes / MEGA);
    }

    static Finding earlyFirstRow(Exports exports) {
        var whole = exports.run("all rows first");
        var lazy = exports.run("row by row");
        double sooner = (double) whole.first().toNanos() / Math.max(1, lazy.first().toNanos());
        double smaller = Math.max(NOISE, whole.held()) / Math.max(NOISE, lazy.held());
        String here =
                "row by row, the first of %,d rows comes after %s instead of %s, and %s MB are held"
                        + " instead of %s MB";
        here =
                here.formatted(
                        lazy.rows(),
                        Text.of(lazy.first()),
                        Text.of(whole.first()),
                        megabytes(lazy.held()),
                        megabytes(whole.held()));
        if (lazy.rows() < ENOUGH_ROWS) {
            return inconclusive(here, "export 50,000 rows or more");
        }
        if (whole.rows() != lazy.rows()) {
            return inconclusive(here, "both must export the same rows");
        }
        if (sooner >= MUCH_SOONER && smaller >= MUCH_SOONER) {
            return holds(here, "").bearingOut(choice("07.3", sooner));
        }
        return sooner < CLEARLY && smaller < CLEARLY
                ? doesNotHold(here, "does the database deliver the rows one by one?")
                : inconclusive(
                        here, "does the query need all rows before the first one, as a sort does?");
    }
}
