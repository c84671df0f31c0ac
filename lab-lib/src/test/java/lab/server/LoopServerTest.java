package lab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopServerTest {

    private static HttpResponse<String> get(LoopServer server, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.at(path)).build(), BodyHandlers.ofString());
        }
    }

    @Test
    void oneThreadServesAllRequests() throws Exception {
        try (var server = LoopServer.open()) {
            server.on("/who", request -> request.response().end(Thread.currentThread().getName()));

            assertThat(get(server, "/who").body()).isEqualTo(get(server, "/who").body());
        }
    }

    @Test
    void aHandlerThatThrowsRespondsWithItsErrorAndTheLoopContinues() throws Exception {
        try (var server = LoopServer.open()) {
            server.on(
                    "/broken",
                    request -> {
                        throw new IllegalStateException("no luck");
                    });

            assertThat(get(server, "/broken").statusCode()).isEqualTo(500);
            assertThat(get(server, "/broken").body()).contains("no luck");
            assertThat(get(server, "/fast").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theFirstFailureOfAHandlerIsStoredUntilItIsTaken() throws Exception {
        try (var server = LoopServer.open()) {
            var calls = new AtomicInteger();
            server.on(
                    "/broken",
                    request -> {
                        throw new IllegalStateException("boo\n" + calls.incrementAndGet());
                    });
            get(server, "/broken");
            get(server, "/broken");

            var failure = server.takeFailure("/broken").orElseThrow();

            assertThat(failure.finding())
                    .isEqualTo("your handler of /broken threw IllegalStateException: boo 1");
            assertThat(failure.thrown()).hasMessage("boo\n1");
            assertThat(server.takeFailure("/broken")).isEmpty();
        }
    }

    @Test
    void endlessRecursionInAHandlerIsAFailureToo() throws Exception {
        try (var server = LoopServer.open()) {
            server.on("/deep", request -> deeper(1));

            assertThat(get(server, "/deep").body()).contains("threw StackOverflowError");
        }
    }

    private static int deeper(int depth) {
        return 1 + deeper(depth + 1);
    }

    @Test
    void aResponseThatIsNeverEndedIsReportedWithinSeconds() throws Exception {
        try (var server = LoopServer.open()) {
            server.on("/forgotten", request -> {});
            server.on(
                    "/later",
                    request -> server.vertx().setTimer(50, now -> request.response().end("late")));

            assertThat(get(server, "/later").body()).isEqualTo("late");
            assertThat(get(server, "/forgotten").body())
                    .startsWith("your handler of /forgotten did not end its response within 5 s");
            assertThat(server.takeFailure("/forgotten")).isPresent();
            assertThat(server.takeFailure("/later")).isEmpty();
        }
    }

    @Test
    void aPathInAnyAlphabetIsServed() throws Exception {
        try (var server = LoopServer.open()) {
            server.on("/grüße", request -> request.response().end("hello"));

            assertThat(get(server, "/grüße").body()).isEqualTo("hello");
        }
    }

    @Test
    void anUnknownPathIsNotFound() throws Exception {
        try (var server = LoopServer.open()) {
            assertThat(get(server, "/nowhere").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void openingAnotherServerClosesThePreviousOne() throws Exception {
        var before = LoopServer.open();
        try (var after = LoopServer.open()) {
            assertThatThrownBy(() -> get(before, "/fast")).isInstanceOf(ConnectException.class);
            assertThat(get(after, "/fast").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSeparateServerDoesNotCloseTheServerOfTheLearner() throws Exception {
        try (var learners = LoopServer.open();
                var apart = LoopServer.apart(1)) {
            assertThat(get(apart, "/fast").statusCode()).isEqualTo(200);
            assertThat(get(learners, "/fast").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anInvalidArgumentIsRejectedWithItsBoundAndAFix() {
        assertThatThrownBy(() -> LoopServer.open(0))
                .hasMessageContaining("workers must be 1 to 64, was 0");
        try (var server = LoopServer.open()) {
            assertThatThrownBy(() -> server.on("slow", request -> {}))
                    .hasMessageContaining("must start with a slash, was \"slow\"");
        }
    }
}
