package lab.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import lab.child.ChildJvm;
import lab.measure.Require;
import lab.measure.Turns;

/**
 * The heaps in which a file is read, each in a JVM of its own: from the smallest to the first that
 * is enough.
 *
 * @param megabytes the limits {@code -Xmx}, ascending, 8 to 4,096
 * @param collector Serial, Parallel, G1 or Z
 */
public record Heaps(List<Integer> megabytes, String collector) {

    private static final int MOST = 10;

    public Heaps {
        megabytes = megabytes.stream().sorted().distinct().toList();
        Require.within(megabytes.size(), "the number of heaps", 1, MOST, "Heaps.of(16, 256)");
        // Refuses what no JVM can have, before the first one has run.
        megabytes.forEach(size -> ChildJvm.withHeap(size));
        ChildJvm.withHeap(megabytes.getFirst()).collector(collector);
    }

    /** These heaps, in MB, with the Serial collector. */
    public static Heaps of(int... megabytes) {
        return new Heaps(IntStream.of(megabytes).boxed().toList(), "Serial");
    }

    /**
     * The same heaps with another collector: Serial, Parallel, G1 or Z. Without a choice, a JVM
     * takes Serial on one CPU and G1 on two or more.
     */
    public Heaps collector(String name) {
        return new Heaps(megabytes, Require.given(name, "collector", "\"G1\""));
    }

    /**
     * Reads a file in this way; {@code and} adds other ways.
     *
     * @throws IllegalArgumentException if the code uses variables of other cells
     * @throws IllegalStateException if the code throws something other than OutOfMemoryError
     */
    public Readers read(Path file, String name, Reading reading)
            throws IOException, InterruptedException {
        return Readers.none(file, this).and(name, reading);
    }

    /**
     * The same reading as one task of {@link Turns}, in the largest of these heaps; only the
     * reading is timed, not the start of its JVM.
     */
    public Turns.Timed timed(Path file, Reading reading) {
        var alone = new Heaps(List.of(megabytes.getLast()), collector);
        return () -> {
            var run = alone.read(file, "reading", reading).run("reading");
            Require.that(
                    run.isWell(),
                    "%d MB were not enough for this reading; try Heaps.of(1_200)",
                    run.heap());
            return run.spent().wall();
        };
    }

    @Override
    public String toString() {
        return "%s MB, %s collector".formatted(megabytes, collector);
    }
}
