package lab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void typesAreShownWithoutPackages() {
        assertThat(
                        Sentences.shortTypes(
                                "LoadResult Lab.load(java.net.URI target, lab.load.Model model,"
                                        + " java.util.List<lab.measure.Task> tasks)"))
                .isEqualTo("LoadResult Lab.load(URI target, Model model, List<Task> tasks)");
    }

    @Test
    void typesThatDifferOnlyInTheirPackagesKeepThem() {
        var message = "java.util.List cannot be converted to java.awt.List";

        assertThat(Sentences.shortTypes(message)).isEqualTo(message);
    }

    @Test
    void otherTextIsNotChanged() {
        assertThat(Sentences.shortTypes("package lab.nosuch does not exist, v1.2.Final"))
                .isEqualTo("package lab.nosuch does not exist, v1.2.Final");
    }
}
