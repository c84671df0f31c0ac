package lab.stream;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import lab.measure.Require;
import lab.measure.Text;

/**
 * An export whose client leaves after the first bytes: what the server did with the rest.
 *
 * @param read how many bytes the client had read
 * @param sent how many the export had sent when it noticed, or when it ended
 * @param ended whether the export ended within a few seconds
 * @param after how long after the client had left
 * @param borrowed how many connections of the pool were still in use then
 */
public record Abandoned(long read, long sent, boolean ended, Duration after, int borrowed) {

    private static final int ENOUGH = 100_000;
    private static final int PATIENCE_SECONDS = 10;

    /** Exports to a client that reads about 100 KB and then closes its connection. */
    public static Abandoned of(HikariDataSource pool, Export export) throws Exception {
        Require.given(pool, "pool", "db.pool(2)");
        Require.given(export, "export", "(connection, client) -> …");
        try (var exporter = new Exporter(pool, export)) {
            long read = readSome(exporter);
            long left = System.nanoTime();
            boolean ended = exporter.awaitEnd(PATIENCE_SECONDS);
            var after = Duration.ofNanos(System.nanoTime() - left);
            int borrowed = pool.getHikariPoolMXBean().getActiveConnections();
            return new Abandoned(read, exporter.accepted(), ended, after, borrowed);
        }
    }

    private static long readSome(Exporter exporter) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (var client = SlowClient.of(exporter.address())) {
            boolean more = true;
            while (more && client.read() < ENOUGH && System.nanoTime() < end) {
                more = client.readSome();
            }
            if (client.read() < ENOUGH) {
                throw new IllegalStateException(tooLittle(client.read(), exporter));
            }
            return client.read();
        }
    }

    private static String tooLittle(long read, Exporter exporter) {
        return "the export sent %,d bytes, too few for a client that leaves in the middle%s; export"
                        .formatted(read, exporter.failure().map(e -> " (" + e + ")").orElse(""))
                + " more rows";
    }

    @Override
    public String toString() {
        return "the client left after %,d KB; the export %s, after %,d KB; %d connection%s in use"
                .formatted(
                        read / 1_000,
                        ended ? "ended " + Text.of(after) + " later" : "did not end",
                        sent / 1_000,
                        borrowed,
                        borrowed == 1 ? "" : "s");
    }
}
