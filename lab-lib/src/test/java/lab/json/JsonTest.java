package lab.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {

    @Test
    void theGeneratedSerializerWritesTheSameAsDatabind() {
        var parcel = new Parcel(4711, "Lima", 250.5, true);
        var generated = Jsonb.builder().build().type(Parcel.class).toJson(parcel);

        var json = JsonMapper.shared();
        assertThat(json.readTree(generated))
                .isEqualTo(json.readTree(json.writeValueAsString(parcel)));
    }

    @Test
    void aValueThatIsHeldIsMeasuredAndOneThatIsNotIsNothing() throws Exception {
        var held =
                Held.of("ten MB", () -> new byte[10_000_000])
                        .and("a number", () -> new byte[10_000_000].length);

        assertThat(held.run("ten MB").bytes()).isBetween(9_500_000L, 12_000_000L);
        assertThat(held.run("a number").bytes()).isLessThan(1_000_000);
        assertThat(held.finding()).startsWith("ten MB: 10");
        assertThatThrownBy(() -> held.and("a number", () -> 1)).hasMessageContaining("is taken");
    }

    @Test
    void theBytesThatASearchReadsAreCounted() throws Exception {
        var document = "x".repeat(100_000).getBytes(UTF_8);

        var pulled =
                Pulled.of("all", document, in -> in.readAllBytes().length)
                        .and("ten", document, in -> in.readNBytes(10).length)
                        .and("one", document, in -> in.read())
                        .and("skips", document, in -> in.skip(50_000));

        assertThat(pulled.run("all").share()).isEqualTo(1);
        assertThat(pulled.run("ten").pulled()).isEqualTo(10);
        assertThat(pulled.run("one").pulled()).isEqualTo(1);
        assertThat(pulled.run("skips").pulled()).isEqualTo(50_000);
        assertThat(pulled.run("ten").found()).isEqualTo("10");
        assertThatThrownBy(() -> Pulled.of("none", new byte[0], in -> 1))
                .hasMessageContaining("must not be empty");
    }

    @Test
    void eachStageWorksOnWhatTheOneBeforeHasMade() throws Exception {
        var calls = new AtomicInteger();
        var stages =
                Pipeline.of("list", () -> List.of(1, 2, 3))
                        .then("sum", all -> all.stream().mapToInt(n -> n).sum())
                        .then("spin", JsonTest::spin)
                        .then("check", sum -> calls.addAndGet(sum == 6 ? 1 : -1_000))
                        .timed();

        assertThat(calls.get()).isGreaterThanOrEqualTo(10);
        assertThat(stages.share("spin")).isGreaterThan(0.9);
        assertThat(stages.stage("spin").time()).isGreaterThanOrEqualTo(Duration.ofMillis(2));
        assertThat(stages.whole()).isGreaterThanOrEqualTo(stages.stage("spin").time());
        assertThat(stages.finding()).contains("spin");
        assertThatThrownBy(() -> Pipeline.of("a", () -> 1).then("a", n -> n))
                .hasMessageContaining("its own name");
    }

    private static int spin(int sum) {
        long end = System.nanoTime() + 2_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return sum;
    }

    @Test
    void aReactionIsAValueOrARefusal() {
        var reactions =
                Reactions.of("value", () -> List.of(1))
                        .and("error", JsonTest::refuse)
                        .and("long", () -> "x".repeat(1_000));

        assertThat(reactions.run("value").refused()).isFalse();
        assertThat(reactions.run("value").seen()).isEqualTo("[1]");
        assertThat(reactions.run("error").refused()).isTrue();
        assertThat(reactions.run("error").seen()).isEqualTo("not this one");
        assertThat(reactions.run("long").seen()).hasSizeLessThan(100);
        assertThat(reactions.toString()).contains("refused", "accepted");
    }

    private static Object refuse() throws IOException {
        throw new IOException("not this one\nnor that");
    }
}
