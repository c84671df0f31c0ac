package lab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jshell.JShell;
import lab.jupyter.Javadoc;
import org.junit.jupiter.api.Test;

class HelpTest {

    @Test
    void theCursorMayBeAnywhereInOrAfterACall() {
        try (var shell = JShell.create()) {
            for (int cursor = 5; cursor <= "Math.abs(1)".length(); cursor++) {
                assertThat(Help.at(shell, "Math.abs(1)", cursor).text()).contains("Math.abs(");
            }
            assertThat(Help.at(shell, "Math.abs", 8).text()).contains("Math.abs(");
            assertThat(Help.at(shell, "Math.abs(", 9).text()).contains("Math.abs(");
        }
    }

    @Test
    void javadocTagsAreShownAsReadableText() {
        var comment =
                " Of {@code a < b} and {@link java.util.List#of() the list}.\n @param n how many";

        assertThat(Javadoc.text(comment)).isEqualTo("Of a < b and the list.\n @param n how many");
        assertThat(Javadoc.html(comment))
                .contains("<code>a &lt; b</code>", "<code>the list</code>", "<b>param</b> n");
    }
}
