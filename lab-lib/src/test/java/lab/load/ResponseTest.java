package lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseTest {

    @Test
    void eachResponseEndsWhereTheNextBegins() throws IOException {
        var in =
                bytes(
                        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"
                                + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "2;why=not\r\nab\r\n0\r\nTrailer: yes\r\n\r\n"
                                + "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\n"
                                + "Content-Length: 0\r\nConnection: Close\r\n\r\n");

        assertThat(Response.read(in)).isEqualTo(new Response(200, "OK", false));
        assertThat(Response.read(in)).isEqualTo(new Response(200, "OK", false));
        assertThat(Response.read(in)).isEqualTo(new Response(404, "Not Found", true));
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void aBodyWithoutLengthEndsWhenTheConnectionCloses() throws IOException {
        assertThat(Response.read(bytes("HTTP/1.0 200 OK\r\n\r\nto the end")))
                .isEqualTo(new Response(200, "OK", true));
    }

    @Test
    void aTruncatedBodyIsAnError() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(
                        () ->
                                Response.read(
                                        bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab")));
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> Response.read(bytes("HTTP/1.1 200 OK\r\nConte")));
    }

    @Test
    void textThatIsNotHttpIsAnError() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> Response.read(bytes("SSH-2.0-OpenSSH\r\n")))
                .withMessageContaining("SSH-2.0");
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(
                        () ->
                                Response.read(
                                        bytes("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n")));
    }

    @Test
    void aNegativeLengthIsAnError() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(
                        () -> Response.read(bytes("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n")))
                .withMessageContaining("not a length: -5");
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(
                        () ->
                                Response.read(
                                        bytes(
                                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                                                        + "\r\n-5\r\nabcde\r\n0\r\n\r\n")));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
