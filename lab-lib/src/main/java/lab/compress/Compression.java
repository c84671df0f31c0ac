package lab.compress;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import lab.compress.Codec.Coding;
import lab.measure.Measured;
import lab.measure.Median;
import lab.measure.Require;
import lab.measure.Runaways;
import lab.measure.Steps;
import lab.measure.Sweep;
import lab.measure.Table;
import lab.measure.Text;

/**
 * One payload, compressed in several ways: how many bytes are left, how long that takes, and on
 * which links it pays (C120 to C123). The time of a response is that of compressing, sending and
 * decompressing, one after the other; a response that is streamed overlaps them.
 *
 * @param bytes the size of the payload
 * @param runs in the order in which they were measured; the first is always "none"
 */
public record Compression(int bytes, List<Run> runs) implements Measured {

    private static final Duration EACH = Duration.ofMillis(250);
    private static final int FEWEST = 3;
    private static final double[] LINKS = {1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000};
    private static final double MEGA = 1e6;

    /**
     * One codec.
     *
     * @param size the bytes that are left
     * @param compress how long compressing takes, the median
     * @param decompress how long decompressing takes, the median
     */
    public record Run(Codec codec, int size, Duration compress, Duration decompress) {

        public String name() {
            return codec.name();
        }

        private double codingSeconds() {
            return compress.plus(decompress).toNanos() / 1e9;
        }

        /**
         * How long it takes until the other side has the payload, in seconds.
         *
         * @param megabits the speed of the link in Mbit/s
         */
        public double seconds(double megabits) {
            return codingSeconds() + size * 8 / (megabits * MEGA);
        }
    }

    public Compression {
        runs = List.copyOf(runs);
    }

    /**
     * Measures these codecs on a payload, and "none".
     *
     * @throws IllegalStateException if a codec does not return what it was given
     */
    public static Compression of(byte[] payload, Codec... codecs) throws IOException {
        return within(EACH, payload, codecs);
    }

    /** The same with another time for each codec and direction, such as a short one for a check. */
    public static Compression within(Duration each, byte[] payload, Codec... codecs)
            throws IOException {
        Require.given(payload, "payload", "Orders.json(1_000_000)");
        Require.that(payload.length > 0, "payload must not be empty; try Orders.json(1_000)");
        Require.allGiven(codecs, "codec", "Codec.gzip(6)");
        Runaways.refuse();
        var runs = new ArrayList<Run>();
        runs.add(new Run(Codec.none(), payload.length, Duration.ZERO, Duration.ZERO));
        try (var steps = Steps.of(Math.max(1, codecs.length))) {
            for (var codec : codecs) {
                steps.next(codec.name());
                runs.add(run(codec, payload, each));
            }
        }
        return new Compression(payload.length, runs);
    }

    private static Run run(Codec codec, byte[] payload, Duration each) throws IOException {
        var small = codec.compress().of(payload);
        if (!Arrays.equals(payload, codec.decompress().of(small))) {
            throw new IllegalStateException(codec + " does not return what it was given");
        }
        return new Run(
                codec,
                small.length,
                time(codec.compress(), payload, each),
                time(codec.decompress(), small, each));
    }

    /** The median of the later half of the calls. */
    private static Duration time(Coding coding, byte[] bytes, Duration each) throws IOException {
        var times = new ArrayList<Duration>();
        long end = System.nanoTime() + each.toNanos();
        while (times.size() < FEWEST || System.nanoTime() < end) {
            long start = System.nanoTime();
            coding.of(bytes);
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return Median.of(times.subList(times.size() / 2, times.size()));
    }

    /** The run of the codec with this name, such as "gzip 6". */
    public Run run(String codec) {
        return Require.known(codec, "codec", runs, Run::name);
    }

    /** Which share of the bytes a codec saves; below 0 if it adds some. */
    public double saved(String codec) {
        return 1 - (double) run(codec).size() / bytes;
    }

    /** The codec with which the payload arrives first on this link, in Mbit/s. */
    public Run best(double megabits) {
        Require.that(megabits > 0, "the link must be above 0 Mbit/s, was %s; try 50", megabits);
        return runs.stream().min(Comparator.comparing(run -> run.seconds(megabits))).orElseThrow();
    }

    /**
     * Below this speed of the link, in Mbit/s, the payload arrives earlier with a codec than
     * without; 0 where it never does.
     */
    public double paysBelow(String codec) {
        var run = run(codec);
        double saved = 8.0 * (bytes - run.size());
        return saved <= 0 ? 0 : saved / Math.max(1e-9, run.codingSeconds()) / MEGA;
    }

    @Override
    public Sweep shape() {
        return new Sweep(
                "Until %,d bytes have arrived".formatted(bytes),
                "link, Mbit/s",
                "ms",
                runs.stream().map(Compression::line).toList());
    }

    private static Sweep.Line line(Run run) {
        return new Sweep.Line(
                run.name(),
                DoubleStream.of(LINKS)
                        .mapToObj(link -> new Sweep.Point(link, 1e3 * run.seconds(link)))
                        .toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of(
                                "codec",
                                "bytes",
                                "of the payload",
                                "compress",
                                "decompress",
                                "pays below"),
                        runs.stream().map(this::cells).toList()));
    }

    private List<String> cells(Run run) {
        double below = paysBelow(run.name());
        return List.of(
                run.name(),
                "%,d".formatted(run.size()),
                "%.0f %%".formatted(100.0 * run.size() / bytes),
                Text.of(run.compress()),
                Text.of(run.decompress()),
                run.name().equals("none") ? "" : below == 0 ? "never" : Text.of(below) + " Mbit/s");
    }

    @Override
    public String finding() {
        return "%,d bytes: ".formatted(bytes)
                + runs.stream()
                        .skip(1)
                        .map(
                                run ->
                                        "%s leaves %.0f %% in %s"
                                                .formatted(
                                                        run.name(),
                                                        100.0 * run.size() / bytes,
                                                        Text.of(run.compress())))
                        .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
