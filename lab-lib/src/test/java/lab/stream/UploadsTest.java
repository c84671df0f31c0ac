package lab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.file.OpenOptions;
import lab.child.Outcome;
import org.junit.jupiter.api.Test;

class UploadsTest {

    @Test
    void aBodyThatIsLargerThanTheHeapReachesTheDiskPieceByPiece() throws Exception {
        var uploads =
                Uploads.of(
                                48,
                                "body",
                                (request, files, target) ->
                                        request.body()
                                                .compose(all -> files.writeFile(target, all))
                                                .onSuccess(done -> request.response().end()))
                        .and(
                                48,
                                "pipeTo",
                                (request, files, target) -> {
                                    request.pause();
                                    files.open(target, new OpenOptions())
                                            .compose(file -> request.pipeTo(file))
                                            .onSuccess(done -> request.response().end());
                                });

        assertThat(uploads.run("body").outcome()).isEqualTo(Outcome.OUT_OF_MEMORY);
        assertThat(uploads.run("pipeTo").isWhole()).isTrue();
        assertThat(uploads.finding())
                .isEqualTo(
                        "body in 48 MB: OutOfMemoryError; pipeTo in 48 MB: all of 100 MB stored");
    }

    @Test
    void aServerThatRefusesIsToldFromOneThatHasNoMemory() throws Exception {
        var refused =
                Uploads.of(
                        48,
                        "refuses",
                        (request, files, target) ->
                                request.endHandler(
                                        end -> request.response().setStatusCode(507).end()));

        assertThat(refused.run("refuses").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(refused.finding()).contains("507");
        assertThatThrownBy(() -> Uploads.of(8, "small", (request, files, target) -> {}))
                .hasMessageContaining("32 to 4,096");
    }
}
