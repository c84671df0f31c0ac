package lab.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    private static final Ran RAN = new Ran(6, 47, 0.03, Ran.Ending.DECIDED, Duration.ZERO);

    @TempDir Path home;

    @Test
    void runsBeforeAndAfterAChangeAreShownSideBySide() {
        var history = History.at(home.resolve("deep/kept.jsonl"));

        history.keep(result("one", 100, 1));
        history.keep(result("one", 50, 1));

        var past = history.past();
        assertThat(past.finding())
                .isEqualTo("T.one: 50 ns/op, before 100:" + " faster by 2.00 (1.94 to 2.06)");
        assertThat(past.shape().bars()).extracting(bar -> bar.value()).containsExactly(100.0, 50.0);
    }

    @Test
    void roundsSeedAndRatioAreKept() throws IOException {
        var file = home.resolve("kept.jsonl");
        var scores = List.of(score("one", 100, 1), score("two", 200, 1));

        History.at(file).keep(new BenchResult(scores, List.of(), List.of(), List.of(), RAN));

        var kept = History.at(file).past().scores();
        assertThat(kept).allMatch(one -> one.rounds() == 6 && one.seed() == 47);
        assertThat(kept.getFirst().ratio()).isNull();
        assertThat(kept.getLast().ratio()).startsWith("2.00 (1.9");
    }

    @Test
    void aScoreWrittenByAnEarlierVersionIsRead() throws IOException {
        var file = home.resolve("kept.jsonl");
        Files.writeString(
                file,
                """
                {"when":"2026-01-01T00:00:00Z","name":"T.one","mode":"avgt","value":100.0,\
                "error":1.0,"unit":"ns/op","java":"25","cpus":2,"quiet":true}
                """);

        History.at(file).keep(result("one", 50, 1));

        assertThat(History.at(file).past().finding()).contains("50 ns/op, before 100: faster by 2");
    }

    @Test
    void overlappingRunsAreInconclusive() {
        var history = History.at(home.resolve("kept.jsonl"));

        history.keep(result("one", 100, 9));
        history.keep(result("one", 95, 9));

        assertThat(history.past().finding())
                .endsWith("before 100: inconclusive, the intervals overlap");
    }

    @Test
    void aScoreWithoutAnIntervalIsKeptToo() {
        var history = History.at(home.resolve("kept.jsonl"));

        history.keep(result("one", 100, Double.NaN));

        assertThat(history.past().scores()).singleElement().matches(k -> Double.isNaN(k.error()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "null", "[1]", "\u0000", "\u00ff"})
    void anUnreadableLineIsSkipped(String broken) throws IOException {
        var file = home.resolve("kept.jsonl");
        var history = History.at(file);
        history.keep(result("one", 100, 1));
        Files.writeString(file, broken + "\n", ISO_8859_1, StandardOpenOption.APPEND);
        history.keep(result("two", 50, 1));

        assertThat(history.past().finding()).isEqualTo("T.two: 50 ns/op; T.one: 100 ns/op");
    }

    @Test
    void theHistoryCanBeLimitedToOneBenchmark() {
        var history = History.at(home.resolve("kept.jsonl"));
        history.keep(result("one", 100, 1));
        history.keep(result("two", 50, 1));

        assertThat(history.past().of("one").scores()).hasSize(1);
    }

    @Test
    void anUnreadableLineIsSkipped() throws IOException {
        var file = home.resolve("kept.jsonl");
        var history = History.at(file);
        history.keep(result("one", 100, 1));
        Files.writeString(file, "{\"when\": tru\n", StandardOpenOption.APPEND);

        history.keep(result("two", 100, 1));

        assertThat(history.past().scores())
                .extracting(Kept::name)
                .containsExactly("T.one", "T.two");
    }

    @Test
    void anEmptyHistoryExplainsHowToFillIt() {
        var past = History.at(home.resolve("none.jsonl")).past();

        assertThat(past.finding()).contains("bench(YourClass.class)");
        assertThat(past.shape().bars()).hasSize(1);
    }

    @Test
    void aReadOnlyHomeIsReportedOnce() throws IOException {
        var inTheWay = Files.writeString(home.resolve("file"), "no folder");
        var history = History.at(inTheWay.resolve("kept.jsonl"));

        assertThat(history.keep(result("one", 100, 1)))
                .hasValueSatisfying(
                        note ->
                                assertThat(note)
                                        .contains("was not kept for history()")
                                        .contains("LAB_HOME set to a folder you can write"));
        assertThat(history.keep(result("one", 100, 1))).isEmpty();
    }

    @Test
    void theSizeOfTheFileIsLimited() throws IOException {
        var file = home.resolve("kept.jsonl");
        var history = History.at(file);
        history.keep(result("one", 100, 1));
        var line = Files.readString(file);
        Files.writeString(file, line.repeat(2_500));

        history.keep(result("last", 100, 1));

        var kept = history.past().scores();
        assertThat(kept).hasSizeLessThan(2_000);
        assertThat(kept.getLast().name()).isEqualTo("T.last");
    }

    @Test
    void runsThatEndTogetherAreAllKept() throws Exception {
        var file = home.resolve("kept.jsonl");
        History.at(file).keep(result("old", 100, 1));
        Files.writeString(file, Files.readString(file).repeat(2_500));

        try (var kernels = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                kernels.execute(() -> History.at(file).keep(result("new", 100, 1)));
            }
        }

        assertThat(History.at(file).past().of("new").scores()).hasSize(50);
    }

    private static BenchResult result(String method, double value, double error) {
        var scores = List.of(score(method, value, error));
        return new BenchResult(scores, List.of(), List.of(), List.of(), RAN);
    }

    private static Score score(String method, double value, double error) {
        return new Score(
                method,
                "T." + method,
                Map.of(),
                "avgt",
                value,
                error,
                "ns/op",
                5,
                Map.of(),
                List.of());
    }
}
