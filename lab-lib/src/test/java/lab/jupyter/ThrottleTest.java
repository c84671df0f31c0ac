package lab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final List<String> shown = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private final Throttle live =
            new Throttle(
                    (html, text) -> shown.add(text),
                    () -> now.toNanos(),
                    (wait, action) -> later.add(action));

    @Test
    void ofManyUpdatesTheFirstAndTheLastAreShown() {
        for (int i = 0; i < 100; i++) {
            live.show("", "state " + i);
        }
        live.close();

        assertThat(shown).containsExactly("state 0", "state 99");
    }

    @Test
    void anUpdateThatComesTooEarlyIsShownLater() {
        live.show("", "first");
        live.show("", "second");
        later.getFirst().run();

        assertThat(shown).containsExactly("first", "second");
    }

    @Test
    void slowUpdatesAreAllShown() {
        for (int i = 0; i < 3; i++) {
            live.show("", "state " + i);
            now = now.plusMillis(250);
        }

        assertThat(shown).containsExactly("state 0", "state 1", "state 2");
    }

    @Test
    void aNotebookExistsWithoutAKernel() {
        assertThat(Notebook.current().shell()).isEmpty();
        assertThat(Notebook.current()).isInstanceOf(PlainNotebook.class);
    }
}
