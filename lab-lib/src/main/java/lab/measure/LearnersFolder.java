package lab.measure;

import java.nio.file.Path;

/** The folder that keeps what a learner has done across restarts. */
public final class LearnersFolder {

    private LearnersFolder() {}

    /** {@code .latency-lab} in the home folder, or the folder that {@code LAB_HOME} names. */
    public static Path path() {
        return path(System.getenv("LAB_HOME"));
    }

    static Path path(String labHome) {
        return labHome == null || labHome.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".latency-lab")
                : Path.of(labHome);
    }
}
