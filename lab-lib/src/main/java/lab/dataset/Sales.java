package lab.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.measure.Pace;

/**
 * The sales of an invented chain of shops in one large CSV file: {@code
 * sale,time,customer,city,pieces,amount}. The file is ASCII, has a header line, and no quotes.
 *
 * @param rows the number of sales, without the header line
 * @param file the CSV file
 * @param note why it is smaller than usual; empty where it is not
 */
public record Sales(int rows, Path file, String note) {

    static final long SEED = 2026;
    private static final double MEBI = 1 << 20;

    /**
     * A file of about 400 MB, generated at the first call: some seconds and 400 MB of disk. It is
     * smaller in quick mode, and where the disk has no room for it; the result says so.
     *
     * @throws IOException if there is no room for the smaller file either
     */
    public static Sales large() throws IOException {
        return large(Cache.ofLearner());
    }

    static Sales large(Cache cache) throws IOException {
        if (Pace.isQuick()) {
            return in(cache, SalesFile.QUICK, "smaller in quick mode");
        }
        return cache.hasRoom(SalesFile.FULL)
                ? in(cache, SalesFile.FULL, "")
                : in(cache, SalesFile.QUICK, "smaller, because the disk has no room for more");
    }

    /** The smaller file, of about 120 MB. */
    public static Sales small() throws IOException {
        return in(Cache.ofLearner(), SalesFile.QUICK, "");
    }

    private static Sales in(Cache cache, SalesFile files, String note) throws IOException {
        return new Sales(files.rows(), cache.folder(files).resolve(SalesFile.NAME), note);
    }

    /**
     * A file of this many sales at this place, with other numbers for another seed; for checks.
     *
     * @throws IOException if it cannot be written
     */
    public static Sales write(Path file, int rows, long seed) throws IOException {
        try (var out = Checksum.sha256().file(file)) {
            new SalesFile(rows, seed, 0, "").writeTo(out, share -> {});
        }
        return new Sales(rows, file, "");
    }

    /** Deletes the large files from this machine; the next call generates them again. */
    public static void delete() throws IOException {
        var cache = Cache.ofLearner();
        cache.remove(SalesFile.FULL);
        cache.remove(SalesFile.QUICK);
    }

    /** The size of the file. */
    public long bytes() {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** In the MB of {@code -Xmx}, which has 1,048,576 bytes. */
    @Override
    public String toString() {
        return "%,d sales in a CSV file of %,d MB%s"
                .formatted(
                        rows, Math.round(bytes() / MEBI), note.isEmpty() ? "" : " (" + note + ")");
    }
}
