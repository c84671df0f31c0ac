package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LearnersFolderTest {

    @Test
    void anEmptyLabHomeCountsAsUnset() {
        assertThat(LearnersFolder.path("")).isEqualTo(LearnersFolder.path(null)).isAbsolute();
        assertThat(LearnersFolder.path("/lab")).isEqualTo(Path.of("/lab"));
    }
}
