package lab.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.measure.Ratio;
import org.junit.jupiter.api.Test;

class HierarchyTest {

    @Test
    void aHierarchyKnowsWhetherTheRunBearsItsOrder() {
        var ordered = Hierarchy.none().then("algorithm", gain(200)).then("micro", gain(1.1));
        var turned = Hierarchy.none().then("algorithm", gain(3)).then("database", gain(90));

        assertThat(ordered.isOrdered()).isTrue();
        assertThat(turned.isOrdered()).isFalse();
        assertThat(turned.byGain()).containsExactly("database", "algorithm");
    }

    private static Ratio gain(double factor) {
        return Ratio.of(List.of(factor), List.of(1.0));
    }
}
