package lab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void aResultCountsAsShownOnlyInTheCellThatShowedIt() {
        var result = new Object();
        var cell = new Object();
        Shown.note(result, cell);

        assertThat(Shown.isShown(result, cell)).isTrue();
        assertThat(Shown.isShown(result, new Object())).isFalse();
        assertThat(Shown.isShown(new Object(), cell)).isFalse();
    }

    @Test
    void atFirstNoResultCountsAsShown() {
        Shown.note(null, null);

        assertThat(Shown.isShown(null, null)).isFalse();
        assertThat(Shown.isShown(new Object(), null)).isFalse();
    }
}
