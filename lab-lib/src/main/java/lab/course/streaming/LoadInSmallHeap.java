package lab.course.streaming;

import static lab.exercise.Verdict.wrong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import lab.child.ChildJvm;
import lab.child.Ended;
import lab.dataset.Sales;
import lab.exercise.Verdict;
import lab.measure.Scratch;
import lab.stream.Loaded;
import lab.stream.Loader;

/**
 * Exercise 07.1: the sums of a file of sales in a heap that is smaller than the file. A small file
 * shows whether the sums are right, a large one in a child JVM whether the loader keeps rows.
 */
final class LoadInSmallHeap {

    private static final int HEAP = 32;
    private static final int ROWS = 1_300_000;
    private static final int TIMES = 60;
    private static final int FEW = 20;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** The last line has no end; two sums are too large to be exact as double. */
    private static final String SMALL =
            """
            sale,time,customer,city,pieces,amount
            00000001,2025-12-19T13:30,c336649,Riga,6,146.36
            00000002,2025-11-19T15:59,c008631,Lagos,1,268.74
            00000003,2025-11-19T15:59,c008631,Lagos
            00000004,2025-03-01T08:05,c123456,Riga,2,0.07
            00000005,2025-03-01T08:05,c123456,Quito,2,cheap
            00000006,2025-03-01T08:05,c123456,Quito,2,10.00,10.00
            00000007,2025-03-02T10:00,c000001,Quito,1,90000000000000.01
            00000008,2025-03-02T10:00,c000001,Quito,1,90000000000000.02
            00000009,2025-03-02T10:00,c000001,Lagos,1,
            00000010,2025-03-02T10:00,c000001,Lagos,1,0.10
            00000011,2025-03-02T10:00,c000001,Lagos,1,10.00,
            00000012,2025-03-02T10:00,c000001,Lagos,1,1.2.3
            00000013,2025-03-02T10:00,c000001,Lagos,1,12
            00000014,2025-03-02T10:00,c000001,Lagos,1,NaN
            00000015,2025-03-02T10:00,c000001,Lagos,1,0.20\
            """;

    private static final Map<String, Long> SUMS =
            Map.of("Riga", 14_643L, "Lagos", 26_904L, "Quito", 18_000_000_000_000_003L);

    private static final int GOOD = 7;
    private static final int BAD = 8;

    private final Path folder;

    private LoadInSmallHeap(Path folder) {
        this.folder = folder;
    }

    static Verdict check(Loader loader) throws Exception {
        var folder = Scratch.folder("check-07.1");
        try {
            return new LoadInSmallHeap(folder).judged(loader);
        } finally {
            Scratch.delete(folder);
        }
    }

    private Verdict judged(Loader loader) throws Exception {
        var small = Files.writeString(folder.resolve("small.csv"), SMALL);
        var wrong = sums(loader.load(small), SUMS, GOOD, BAD).or(() -> leftOpen(loader, small));
        return wrong.isPresent() ? wrong.get() : inSmallHeap(loader);
    }

    private static Optional<Verdict> sums(
            Loaded loaded, Map<String, Long> sums, long rows, long bad) {
        if (loaded == null || loaded.cents() == null) {
            return wrong("It returned " + loaded + ".", "Return `new Loaded(cents, rows, bad)`.");
        }
        if (loaded.bad() != bad) {
            return wrong(
                    "Of %,d rows that are no sales, it counted %,d.".formatted(bad, loaded.bad()),
                    "A row is bad if it has fewer or more than six fields, or an amount of another"
                            + " form than 12.34. Nothing may be dropped without a word.");
        }
        if (loaded.rows() != rows) {
            return wrong(
                    "It counted %,d sales; the file has %,d.".formatted(loaded.rows(), rows),
                    "The header is no sale, and the last line may have no line feed.");
        }
        return loaded.cents().equals(new TreeMap<>(sums))
                ? Optional.empty()
                : wrong(
                        "The sums are %s; right is %s."
                                .formatted(inShort(loaded.cents()), inShort(new TreeMap<>(sums))),
                        "Add cents as `long`: a sum of `double` depends on the order, and does not"
                                + " stay exact.");
    }

    private static String inShort(TreeMap<String, Long> sums) {
        return sums.size() <= 3 ? sums.toString() : "%s and more".formatted(sums.firstEntry());
    }

    private static Optional<Verdict> leftOpen(Loader loader, Path file) {
        try {
            long before = openFiles();
            for (int i = 0; i < TIMES; i++) {
                loader.load(file);
            }
            long left = openFiles() - before;
            return left < FEW
                    ? Optional.empty()
                    : wrong(
                            "After %d calls, %d more files are open than before."
                                    .formatted(TIMES, left),
                            "`Files.lines` and readers must be closed: use `try (…)`.");
        } catch (Exception e) {
            throw new IllegalStateException("the second call failed: " + e, e);
        }
    }

    /** 0 on systems that do not tell. */
    private static long openFiles() throws IOException {
        if (!Files.isDirectory(OPEN_FILES)) {
            return 0;
        }
        try (var all = Files.list(OPEN_FILES)) {
            return all.count();
        }
    }

    private Verdict inSmallHeap(Loader loader) throws Exception {
        long seed = ThreadLocalRandom.current().nextLong(1_000_000);
        var sales = Sales.write(folder.resolve("large.csv"), ROWS, seed);
        var path = sales.file().toString();
        var ended = ChildJvm.withHeap(HEAP).run(() -> loader.load(Path.of(path)), loader);
        return died(ended, sales)
                .or(() -> sums(ended.result().orElseThrow(), sums(sales), ROWS, 0))
                .orElseGet(
                        () ->
                                new Verdict.Passed(
                                        "%,d sales of %,d MB, in a heap of %d MB."
                                                .formatted(ROWS, sales.bytes() >> 20, HEAP)));
    }

    private static Optional<Verdict> died(Ended<Loaded> ended, Sales sales) {
        var where = "with %,d MB of sales and -Xmx%dm".formatted(sales.bytes() >> 20, HEAP);
        return switch (ended.outcome()) {
            case ENDED -> Optional.empty();
            case OUT_OF_MEMORY ->
                    wrong(
                            "OutOfMemoryError %s.".formatted(where),
                            "What does it keep of each row, or of each customer? Only the sums of"
                                    + " the cities may stay. (And `skip`, `limit` or `sorted` of a"
                                    + " parallel stream keep rows as well.)");
            case FAILED ->
                    wrong(
                            "It failed %s: %s".formatted(where, ended.error()),
                            "It runs in a JVM of its own.");
            case KILLED, TOO_LONG ->
                    wrong(
                            "It did not end %s: %s.".formatted(where, ended.outcome().words()),
                            "A small heap that is nearly full makes the collector run all the"
                                    + " time: keep less.");
        };
    }

    private static Map<String, Long> sums(Sales sales) {
        var sums = new TreeMap<String, Long>();
        try (var lines = Files.lines(sales.file())) {
            lines.skip(1).forEach(line -> add(line, sums));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sums;
    }

    private static void add(String line, Map<String, Long> sums) {
        var fields = line.split(",");
        sums.merge(fields[3], Long.parseLong(fields[5].replace(".", "")), Long::sum);
    }
}
