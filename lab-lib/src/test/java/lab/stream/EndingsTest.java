package lab.stream;

import static lab.stream.Endings.Seen.ERROR;
import static lab.stream.Endings.Seen.NOTHING;
import static lab.stream.Endings.Seen.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndingsTest {

    @Test
    void onlyABrokenResponseIsNoticed() throws Exception {
        var endings =
                Endings.of("ends", request -> request.response().end())
                        .and("closes", request -> request.connection().close())
                        .and("throws", EndingsTest::fail);

        assertThat(endings.run("ends")).isEqualTo(new Endings.Run("ends", NOTHING, 2, NOTHING));
        assertThat(endings.run("closes")).isEqualTo(new Endings.Run("closes", ERROR, 2, ERROR));
        assertThat(endings.run("throws").whole()).isEqualTo(SILENCE);
        assertThat(endings.toString()).contains("no error", "still waits after 1.5 s");
    }

    private static void fail(Object request) {
        throw new IllegalStateException("no more rows");
    }
}
