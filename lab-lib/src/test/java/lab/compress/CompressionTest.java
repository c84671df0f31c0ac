package lab.compress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import lab.dataset.Orders;
import org.junit.jupiter.api.Test;

class CompressionTest {

    private static final byte[] ORDERS = Orders.json(50_000);

    @Test
    void everyCodecReturnsWhatItWasGiven() throws IOException {
        for (var codec : List.of(Codec.none(), Codec.gzip(1), Codec.gzip(9), Codec.brotli(4))) {
            var small = codec.compress().of(ORDERS);
            assertThat(codec.decompress().of(small)).as(codec.name()).isEqualTo(ORDERS);
        }
        assertThat(Codec.gzip(9).compress().of(ORDERS))
                .hasSizeLessThan(Codec.gzip(1).compress().of(ORDERS).length);
        assertThat(Codec.gzip(6)).isEqualTo(Codec.gzip(6)).isNotEqualTo(Codec.gzip(5));
    }

    @Test
    void levelsOutOfBoundsAreRefused() {
        assertThatThrownBy(() -> Codec.gzip(10))
                .hasMessageContaining("level must be 1 to 9, was 10");
        assertThatThrownBy(() -> Codec.brotli(12)).hasMessageContaining("0 to 11");
    }

    @Test
    void theTimeOfAResponseIsThatOfCodingAndOfTheLink() {
        var none = new Compression.Run(Codec.none(), 1_000_000, Duration.ZERO, Duration.ZERO);
        var gzip = new Compression.Run(Codec.gzip(6), 200_000, ofMillis(15), ofMillis(5));
        var compression = new Compression(1_000_000, List.of(none, gzip));

        assertThat(none.seconds(8)).isEqualTo(1);
        assertThat(gzip.seconds(8)).isEqualTo(0.22);
        assertThat(compression.best(8)).isEqualTo(gzip);
        assertThat(compression.best(1_000)).isEqualTo(none);
        assertThat(compression.saved("gzip 6")).isEqualTo(0.8);
        assertThat(compression.paysBelow("gzip 6")).isEqualTo(320);
        assertThat(gzip.seconds(320)).isEqualTo(none.seconds(320));
        assertThat(compression.table().orElseThrow().text()).contains("320 Mbit/s");
    }

    @Test
    void aCodecIsMeasuredAndOneThatLosesBytesIsRefused() throws IOException {
        var compression = Compression.within(ofMillis(20), ORDERS, Codec.gzip(6));

        assertThat(compression.run("gzip 6").size()).isLessThan(ORDERS.length / 2);
        assertThat(compression.run("gzip 6").compress()).isPositive();
        assertThat(compression.run("none").size()).isEqualTo(ORDERS.length);
        var loses = new Codec("loses", bytes -> new byte[1], bytes -> bytes);
        assertThatThrownBy(() -> Compression.of(ORDERS, loses))
                .hasMessageContaining("loses does not");
        assertThatThrownBy(() -> Compression.of(new byte[0])).hasMessageContaining("empty");
    }

    @Test
    void whetherSmallPayloadsShrinkDependsOnTheirContent() throws IOException {
        var random = new Random(1);
        var payloads =
                SmallPayloads.of(
                                Codec.gzip(6),
                                "repeated",
                                size -> "ab".repeat(size).getBytes(UTF_8))
                        .and("random", size -> bytes(size, random));

        assertThat(payloads.kind("repeated").savesFrom()).hasValue(50);
        assertThat(payloads.kind("random").savesFrom()).isEmpty();
        assertThat(payloads.finding()).contains("random: never saves a tenth");
    }

    private static byte[] bytes(int size, Random random) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void aCompressorHoldsRowsBackUnlessItIsToldToFlushThem() throws IOException {
        var first =
                FirstByte.of("gzip", client -> new GZIPOutputStream(client))
                        .and("flushed", client -> new GZIPOutputStream(client, true))
                        .and("none", client -> client);

        assertThat(first.run("gzip").first()).isGreaterThan(100);
        assertThat(first.run("flushed").first()).isEqualTo(1);
        assertThat(first.run("flushed").bytes()).isGreaterThan(first.run("gzip").bytes());
        assertThat(first.run("none").first()).isEqualTo(1);
    }

    @Test
    void aStreamThatIsCutDeliversBytesBeforeItsError() throws IOException {
        var whole = Codec.gzip(6).compress().of(ORDERS);

        var cut = Pieces.of(() -> in(whole, whole.length - 1));
        assertThat(cut.delivered()).isEqualTo(ORDERS.length);
        assertThat(cut.error()).contains("EOFException");
        assertThat(Pieces.of(() -> in(whole, whole.length)).toString())
                .isEqualTo("%,d bytes".formatted(ORDERS.length));
    }

    private static GZIPInputStream in(byte[] bytes, int length) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes, 0, length));
    }
}
