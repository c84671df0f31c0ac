package lab.async;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AfterworkTest {

    @Test
    void aTimeoutAloneLetsTheWorkGoOnAndCancelStopsIt() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var afterwork =
                    Afterwork.of(
                                    "get",
                                    (work, patience) ->
                                            threads.submit(work)
                                                    .get(patience.toMillis(), MILLISECONDS))
                            .and(
                                    "cancel",
                                    (work, patience) -> {
                                        var future = threads.submit(work);
                                        try {
                                            return future.get(patience.toMillis(), MILLISECONDS);
                                        } finally {
                                            future.cancel(true);
                                        }
                                    });

            var get = afterwork.run("get");
            assertThat(get.told()).isEqualTo("TimeoutException");
            assertThat(get.stopped()).isFalse();
            assertThat(get.before() + get.later()).isEqualTo(40);
            assertThat(afterwork.run("cancel").stopped()).isTrue();
            assertThat(afterwork.shape().bars().getFirst().value()).isEqualTo(get.later());
        }
    }

    @Test
    void aCallerThatWaitsToTheEndGetsTheResult() throws Exception {
        var waits = Afterwork.of("waits", (work, patience) -> work.call()).run("waits");

        assertThat(waits.told()).isEqualTo("done");
        assertThat(waits.later()).isZero();
    }
}
