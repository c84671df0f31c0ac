package lab.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NoticedTest {

    @Test
    void executeReportsAndSubmitKeepsTheException() throws Exception {
        var noticed =
                Noticed.of(
                                "execute",
                                (threads, report) ->
                                        Executors.newFixedThreadPool(2, threads)::execute)
                        .and(
                                "submit",
                                (threads, report) ->
                                        Executors.newFixedThreadPool(2, threads)::submit);

        assertThat(noticed.run("execute").noticed()).isEqualTo(10);
        assertThat(noticed.run("submit").noticed()).isZero();
        assertThat(noticed.finding()).isEqualTo("execute: 10 of 10; submit: 0 of 10");
    }

    @Test
    void whatTheCodeReportsIsNoticed() throws Exception {
        var noticed =
                Noticed.of(
                        "reports",
                        (threads, report) -> {
                            var pool = Executors.newFixedThreadPool(2, threads);
                            return task ->
                                    CompletableFuture.runAsync(task, pool)
                                            .whenComplete(
                                                    (done, e) -> {
                                                        if (e != null) {
                                                            report.accept(e);
                                                        }
                                                    });
                        });

        assertThat(noticed.run("reports").noticed()).isEqualTo(10);
    }

    @Test
    void threadsOfOtherExecutorsWriteIntoTheLogAsWell() throws Exception {
        var noticed =
                Noticed.of(
                                "virtual",
                                (threads, report) ->
                                        Executors.newVirtualThreadPerTaskExecutor()::execute)
                        .and(
                                "scheduled",
                                (threads, report) ->
                                        Executors.newScheduledThreadPool(2, threads)::execute);

        assertThat(noticed.run("virtual").noticed()).isEqualTo(10);
        assertThat(noticed.run("scheduled").noticed()).as("a future that nobody sees").isZero();
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNull();
    }

    @Test
    void aWayThatStartsNothingIsNamed() {
        assertThatThrownBy(() -> Noticed.of("none", (threads, report) -> null))
                .hasMessageContaining("\"none\": what starts a task must not be null");
    }

    @Test
    void anExceptionThatReachesTheCallerIsNoticed() throws Exception {
        var noticed = Noticed.of("direct", (threads, report) -> Runnable::run);

        assertThat(noticed.run("direct").noticed()).isEqualTo(10);
    }

    @Test
    void aWayThatDoesNotRunTheTasksIsNamed() {
        assertThatThrownBy(() -> Noticed.of("lazy", (threads, report) -> task -> {}))
                .hasMessageContaining("\"lazy\": only 0 of 10 tasks ran");
    }
}
