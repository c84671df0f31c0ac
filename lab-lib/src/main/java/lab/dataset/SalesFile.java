package lab.dataset;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.DoubleConsumer;

/**
 * One CSV file with the sales of an invented chain of shops: ASCII, a header line, no quotes.
 *
 * @param rows the number of sales
 * @param seed another seed gives other sales
 * @param bytes the size of the file
 * @param sha256 its checksum
 */
record SalesFile(int rows, long seed, long bytes, String sha256) implements Generated {

    static final SalesFile FULL =
            new SalesFile(
                    8_400_000,
                    Sales.SEED,
                    412_995_794,
                    "9cab1b96cd356964b46272f408e8e215866f7ee55f507463011827706641c664");
    static final SalesFile QUICK =
            new SalesFile(
                    2_400_000,
                    Sales.SEED,
                    117_999_296,
                    "e0c723d73dfd46861db5c5de033fe44047629dc8fac6dfd34984f7cc16d2ca5a");

    static final String NAME = "sales.csv";

    private static final String HEAD = "sale,time,customer,city,pieces,amount";
    private static final String[] CITIES = {
        "Accra", "Bogota", "Cairo", "Dhaka", "Hanoi", "Jakarta", "Lagos", "Lima", "Manila", "Osaka",
        "Riga", "Quito"
    };
    private static final int CUSTOMERS = 1_000_000;
    private static final int REPORT_EVERY = 100_000;
    private static final int DEAREST = 100_000;

    @Override
    public String name() {
        return "sales-%d-%d".formatted(rows, seed);
    }

    @Override
    public String content() {
        return "%,d sales".formatted(rows);
    }

    @Override
    public String write(Path folder, DoubleConsumer progress) throws IOException {
        var checksum = Checksum.sha256();
        try (var out = checksum.file(folder.resolve(NAME))) {
            writeTo(out, progress);
        }
        return checksum.hex();
    }

    void writeTo(OutputStream out, DoubleConsumer progress) throws IOException {
        var random = new Random(seed);
        var line = new Line();
        line.text(HEAD).end(out);
        for (int sale = 1; sale <= rows; sale++) {
            sale(line, sale, random);
            line.end(out);
            if (sale % REPORT_EVERY == 0) {
                report(progress, (double) sale / rows);
            }
        }
    }

    private static void sale(Line line, int sale, Random random) {
        line.digits(sale, 8).text(",2025-").digits(1 + random.nextInt(12), 2);
        line.text("-").digits(1 + random.nextInt(28), 2).text("T").digits(random.nextInt(24), 2);
        line.text(":").digits(random.nextInt(60), 2).text(",c");
        line.digits(random.nextInt(CUSTOMERS), 6).text(",");
        line.text(CITIES[random.nextInt(CITIES.length)]).text(",");
        line.digits(1 + random.nextInt(9), 1).text(",");
        int cents = 1_000 + random.nextInt(DEAREST - 1_000);
        line.digits(cents / 100, 3).text(".").digits(cents % 100, 2);
    }

    private static void report(DoubleConsumer progress, double share)
            throws InterruptedIOException {
        if (Thread.interrupted()) {
            throw new InterruptedIOException("interrupted while generating the sales");
        }
        progress.accept(share);
    }

    /** One line in a buffer of bytes: text would take five times as long for millions of lines. */
    private static final class Line {

        private final byte[] bytes = new byte[200];
        private int length;

        Line text(String text) {
            for (int i = 0; i < text.length(); i++) {
                bytes[length++] = (byte) text.charAt(i);
            }
            return this;
        }

        Line digits(int value, int width) {
            for (int i = length + width - 1, rest = value; i >= length; i--, rest /= 10) {
                bytes[i] = (byte) ('0' + rest % 10);
            }
            length += width;
            return this;
        }

        void end(OutputStream out) throws IOException {
            bytes[length++] = '\n';
            out.write(bytes, 0, length);
            length = 0;
        }
    }
}
