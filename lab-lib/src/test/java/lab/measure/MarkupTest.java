package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void foreignTextIsEscaped() {
        assertThat(Markup.text("<b onclick='x()'>&\"")).doesNotContain("<", "'", "\"");
    }

    @Test
    void twoDollarSignsInAPatternAreNotAFormula() {
        assertThat(Markup.text("^(a+)+$ and x$"))
                .isEqualTo("^(a+)+<span>$</span> and x<span>$</span>");
    }

    @Test
    void markupInAnAttributeIsEscaped() {
        assertThat(Markup.attribute("a$ < b")).isEqualTo("a$ &lt; b");
    }
}
