package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future.State;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    private static final int KERNELS = 4;

    @TempDir Path temporary;

    @RepeatedTest(10)
    void kernelsCanDeleteTheSameLeftoversConcurrently() throws Exception {
        var leftover = Files.createDirectory(temporary.resolve("leftover"));
        for (int i = 0; i < 200; i++) {
            Files.createFile(Files.createDirectory(leftover.resolve("run-" + i)).resolve("file"));
        }
        var together = new CyclicBarrier(KERNELS);

        try (var kernels = Executors.newVirtualThreadPerTaskExecutor()) {
            var deletions =
                    kernels.invokeAll(
                            Collections.nCopies(KERNELS, () -> delete(leftover, together)));

            assertThat(deletions).allMatch(deletion -> deletion.state() == State.SUCCESS);
        }
        assertThat(leftover).doesNotExist();
    }

    private static Path delete(Path leftover, CyclicBarrier together) throws Exception {
        together.await();
        Scratch.delete(leftover);
        return leftover;
    }
}
