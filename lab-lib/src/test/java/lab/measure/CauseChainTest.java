package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CauseChainTest {

    @Test
    void theOutermostExceptionIsFirst() {
        var root = new IllegalArgumentException("root");
        var outer = new IllegalStateException(root);

        assertThat(CauseChain.of(outer)).containsExactly(outer, root);
        assertThat(CauseChain.of(root)).containsExactly(root);
    }
}
