package lab.course.serializationandcompression;

import static java.time.Duration.ofMillis;
import static lab.exercise.Finding.Outcome.DOES_NOT_HOLD;
import static lab.exercise.Finding.Outcome.HOLDS;
import static lab.exercise.Finding.Outcome.HOLDS_IF;
import static lab.exercise.Finding.Outcome.INCONCLUSIVE;
import static lab.measure.MadeUp.laps;
import static lab.measure.MadeUp.opposite;
import static lab.measure.MadeUp.race;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lab.bench.BenchResult;
import lab.bench.Ran;
import lab.bench.Score;
import lab.compress.Codec;
import lab.compress.Compression;
import lab.compress.SmallPayloads;
import lab.exercise.Finding;
import lab.json.Pulled;
import lab.json.Stages;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    @Test
    void aParserStopsEarlyIfTheFieldComesEarly() {
        assertThat(early(8_000, 5_000_000, "7").outcome()).isEqualTo(HOLDS_IF);
        assertThat(early(8_000, 8_000, "7").outcome()).isEqualTo(HOLDS);
        assertThat(early(5_000_000, 5_000_000, "7").outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(early(500_000, 5_000_000, "7").outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(early(8_000, 5_000_000, "8").lesson()).contains("search for the same field");
    }

    private static Finding early(long first, long last, String found) {
        return JsonClaims.stopEarly(
                new Pulled(
                        List.of(
                                new Pulled.Run("tokens, field first", 5_000_000, first, "7"),
                                new Pulled.Run("tokens, field last", 5_000_000, last, found))));
    }

    @Test
    void theGeneratedSerializerIsJudgedByTheInterval() {
        assertThat(generated(300, 3, 100, 1).outcome()).isEqualTo(HOLDS);
        assertThat(generated(300, 3, 100, 1).came()).containsExactly('b');
        assertThat(generated(130, 1, 100, 1).outcome()).isEqualTo(HOLDS_IF);
        assertThat(generated(130, 1, 100, 1).came()).containsExactly('a');
        assertThat(generated(100, 1, 100, 1).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(generated(100, 1, 100, 1).lesson()).contains("little or nothing");
        assertThat(generated(50, 1, 100, 1).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(generated(50, 1, 100, 1).lesson()).contains("slower");
        assertThat(generated(120, 30, 100, 30).outcome()).isEqualTo(INCONCLUSIVE);
    }

    private static Finding generated(double one, double error, double other, double otherError) {
        return JsonClaims.generated(
                new BenchResult(
                        List.of(
                                score("databind", one, error),
                                score("generated", other, otherError)),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Ran(6, 47, 0.03, Ran.Ending.DECIDED, ofMillis(12_000))));
    }

    private static Score score(String name, double value, double error) {
        return new Score(
                name, name, Map.of(), "avgt", value, error, "ns/op", 10, Map.of(), List.of());
    }

    @Test
    void theShareOfJsonDecides() {
        var finding = JsonClaims.halfOfTheTime(stages(6, 94));
        assertThat(finding.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(finding.came()).containsExactly('a');
        assertThat(JsonClaims.halfOfTheTime(stages(30, 70)).came()).containsExactly('b');
        assertThat(JsonClaims.halfOfTheTime(stages(50, 50)).outcome()).isEqualTo(HOLDS);
        assertThat(JsonClaims.halfOfTheTime(stages(50, 50)).came()).containsExactly('c');
    }

    private static Stages stages(int json, int others) {
        return new Stages(
                List.of(
                        new Stages.Stage("query", ofMillis(others)),
                        new Stages.Stage("JSON", ofMillis(json))));
    }

    @Test
    void cachingTheBytesIsDecidedByTheInterval() {
        assertThat(cached(2.5).outcome()).isEqualTo(HOLDS_IF);
        assertThat(cached(1).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(cached(1.2).outcome()).isEqualTo(INCONCLUSIVE);
    }

    private static Finding cached(double ratio) {
        return JsonClaims.cacheTheBytes(
                race(laps("made each time", ratio), opposite("cached bytes", 1)));
    }

    @Test
    void compressionSavesWhatTheContentAllows() {
        assertThat(CompressionClaims.savesMost(gzip(200)).outcome()).isEqualTo(HOLDS_IF);
        assertThat(CompressionClaims.savesMost(gzip(600)).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(CompressionClaims.savesMost(gzip(1_020)).here()).contains("saves 0 %");
    }

    private static Compression gzip(int size) {
        return new Compression(1_000, List.of(run(Codec.gzip(6), size, 10)));
    }

    private static Compression.Run run(Codec codec, int size, int millis) {
        return new Compression.Run(codec, size, ofMillis(millis), Duration.ZERO);
    }

    @Test
    void brotliIsBetterIfItIsSmallerInAboutTheSameTime() {
        assertThat(brotli(180, 12).outcome()).isEqualTo(HOLDS_IF);
        assertThat(brotli(180, 40).outcome()).isEqualTo(INCONCLUSIVE);
        assertThat(brotli(200, 5).outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(CompressionClaims.brotliIsBetter(gzip(200)).outcome()).isEqualTo(INCONCLUSIVE);
    }

    private static Finding brotli(int size, int millis) {
        return CompressionClaims.brotliIsBetter(
                new Compression(
                        1_000,
                        List.of(
                                run(Codec.gzip(6), 200, 10),
                                run(new Codec("brotli 6", b -> b, b -> b), size, millis))));
    }

    @Test
    void aThresholdHoldsOnlyIfAllContentCrossesItThere() {
        var depends = CompressionClaims.notBelowOneKilobyte(payloads(50, 10_000));
        assertThat(depends.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(depends.came()).containsExactly('b');
        var about = CompressionClaims.notBelowOneKilobyte(payloads(1_000, 1_000));
        assertThat(about.outcome()).isEqualTo(HOLDS);
        assertThat(about.came()).containsExactly('a');
        var one = new SmallPayloads(Codec.gzip(6), List.of(kind("a picture", 1_000)));
        assertThat(CompressionClaims.notBelowOneKilobyte(one).outcome()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void aPictureDoesNotShrinkUnlessItIsNone() {
        assertThat(CompressionClaims.skipCompressed(payloads(50, 99_999)).outcome())
                .isEqualTo(HOLDS);
        assertThat(CompressionClaims.skipCompressed(payloads(50, 400)).outcome())
                .isEqualTo(DOES_NOT_HOLD);
    }

    private static SmallPayloads payloads(int rowsFrom, int pictureFrom) {
        return new SmallPayloads(
                Codec.gzip(6), List.of(kind("rows", rowsFrom), kind("a picture", pictureFrom)));
    }

    /** Content that shrinks to a half from this size on. */
    private static SmallPayloads.Kind kind(String name, int from) {
        var left =
                List.of(50, 400, 1_000, 10_000).stream()
                        .map(size -> new SmallPayloads.Left(size, size >= from ? 0.5 : 1.1))
                        .toList();
        return new SmallPayloads.Kind(name, left);
    }
}
