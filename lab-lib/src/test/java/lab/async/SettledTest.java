package lab.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SettledTest {

    @Test
    void everyStateIsCounted() {
        var cancelled = new CompletableFuture<String>();
        cancelled.cancel(true);

        var settled =
                Settled.of(
                        List.of(
                                CompletableFuture.completedFuture("a"),
                                CompletableFuture.failedFuture(new IllegalStateException()),
                                cancelled,
                                new CompletableFuture<String>()));

        assertThat(settled).isEqualTo(new Settled(1, 1, 2));
        assertThat(settled.finding())
                .isEqualTo("1 results and 1 exceptions were kept, 2 are unknown");
    }
}
