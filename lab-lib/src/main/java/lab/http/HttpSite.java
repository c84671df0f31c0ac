package lab.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** The JDK's HTTP server: one path keeps connections open, the other closes them each time. */
final class HttpSite implements AutoCloseable {

    static final String KEPT = "/kept";
    static final String ENDED = "/ended";

    static {
        // Nagle's algorithm would delay each small response by 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Optional<SSLContext> tls;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HttpSite(HttpServer server, Optional<SSLContext> tls) {
        this.server = server;
        this.tls = tls;
        server.setExecutor(threads);
        server.createContext(KEPT, exchange -> answer(exchange, false));
        server.createContext(ENDED, exchange -> answer(exchange, true));
        server.start();
    }

    static HttpSite open(boolean withTls) throws IOException, InterruptedException {
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (!withTls) {
            return new HttpSite(HttpServer.create(here, 0), Optional.empty());
        }
        var tls = Certificate.context();
        var server = HttpsServer.create(here, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new HttpSite(server, Optional.of(tls));
    }

    /** A client that trusts this site. */
    HttpClient client() {
        var builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        tls.ifPresent(builder::sslContext);
        return builder.build();
    }

    boolean isTls() {
        return tls.isPresent();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, boolean last) throws IOException {
        try (exchange) {
            if (last) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            var body = "hello".getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
