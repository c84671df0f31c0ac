package lab.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.measure.Ratio;
import org.junit.jupiter.api.Test;

class HierarchyTest {

    @Test
    void aHierarchyReportsWhetherTheMeasuredOrderMatchesTheRanking() {
        var ordered = Hierarchy.of("algorithm", gain(200)).and("micro", gain(1.1));
        var turned = Hierarchy.of("algorithm", gain(3)).and("database", gain(90));

        assertThat(ordered.isOrdered()).isTrue();
        assertThat(turned.isOrdered()).isFalse();
        assertThat(turned.byGain()).containsExactly("database", "algorithm");
    }

    private static Ratio gain(double factor) {
        return Ratio.of(List.of(factor, factor, factor), List.of(1.0, 1.0, 1.0));
    }
}
