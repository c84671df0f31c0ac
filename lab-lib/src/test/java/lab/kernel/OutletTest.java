package lab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutletTest {

    private final List<String> sent = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Outlet outlet =
            new Outlet(
                    (stream, text) -> sent.add(stream + ":" + text),
                    new Budget(1_000_000, 1_000_000, () -> 0),
                    (wait, action) -> later.add(action));

    @Test
    void shortOutputIsSentByTheTimer() {
        outlet.stream("stdout").print("slow");
        assertThat(sent).isEmpty();
        later.getFirst().run();

        assertThat(sent).containsExactly("stdout:slow");
    }

    @Test
    void manyLinesAreSentInFewMessages() {
        var out = outlet.stream("stdout");
        for (int i = 0; i < 10_000; i++) {
            out.println(i);
        }
        outlet.flush();

        assertThat(sent).hasSizeLessThan(10);
        assertThat(String.join("", sent).replace("stdout:", "")).hasLineCount(10_000);
    }

    @Test
    void bothStreamsKeepTheirOrder() {
        outlet.stream("stdout").print("a");
        outlet.stream("stderr").print("b");
        outlet.stream("stdout").print("c");
        outlet.flush();

        assertThat(sent).containsExactly("stdout:a", "stderr:b", "stdout:c");
    }

    @Test
    void aCharacterIsNeverSplitBetweenMessages() {
        var euro = "€".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var out = outlet.stream("stdout");
        out.write(euro, 0, 2);
        later.getFirst().run();
        out.write(euro, 2, 1);
        outlet.flush();

        assertThat(sent).containsExactly("stdout:€");
    }

    @Test
    void endlessPrintingIsLimitedToTheRefillRate() {
        var budget = new Budget(1_000, 500, () -> 0);

        assertThat(budget.waitAfter(1_000)).isZero();
        assertThat(budget.waitAfter(500)).isEqualTo(Duration.ofSeconds(1));
    }
}
