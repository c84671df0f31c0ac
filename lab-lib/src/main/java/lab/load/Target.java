package lab.load;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import lab.measure.Require;

/**
 * Where requests go, and the request itself.
 *
 * @param uri the address with only ASCII characters: all others are percent-encoded as UTF-8
 * @param request the whole request as it goes over the wire
 */
record Target(URI uri, InetSocketAddress address, byte[] request) {

    static Target of(URI uri) {
        Require.given(uri, "target", "server.at(\"/fast\")");
        Require.that(
                "http".equals(uri.getScheme()) && uri.getHost() != null,
                "target must be an http address, was %s; try"
                        + " URI.create(\"http://127.0.0.1:8080/\")",
                uri);
        Require.that(
                isHere(uri.getHost()),
                "target must be on this machine, was %s; load a server of your own at 127.0.0.1",
                uri);
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        Require.that(
                port >= 1 && port <= 65_535,
                "the target's port must be 1 to 65535, was %d; take the port that the server"
                        + " reports",
                port);
        var encoded = URI.create(uri.toASCIIString());
        return new Target(encoded, new InetSocketAddress(uri.getHost(), port), request(encoded));
    }

    /** The path as people read it. */
    String path() {
        return uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d+){3}");
    }

    private static byte[] request(URI uri) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: latency-lab\r\nAccept: */*\r\n\r\n"
                .formatted(path + query, uri.getAuthority())
                .getBytes(StandardCharsets.US_ASCII);
    }
}
