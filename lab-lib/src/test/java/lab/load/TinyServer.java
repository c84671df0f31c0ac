package lab.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The HTTP server of the JDK with one path for each kind of response. */
final class TinyServer implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong served = new AtomicLong();
    private final ReentrantReadWriteLock stall = new ReentrantReadWriteLock();
    private final CountDownLatch closing = new CountDownLatch(1);

    TinyServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        http.setExecutor(threads);
        http.createContext("/ok", exchange -> answer(exchange, 200, 2));
        http.createContext("/busy", exchange -> answer(exchange, 503, 2));
        http.createContext("/chunked", exchange -> answer(exchange, 200, 0));
        http.createContext("/empty", exchange -> answer(exchange, 204, -1));
        http.createContext(
                "/close",
                exchange -> {
                    exchange.getResponseHeaders().set("Connection", "close");
                    answer(exchange, 200, 2);
                });
        http.createContext("/grüße", exchange -> answer(exchange, 200, 2));
        http.createContext("/never", exchange -> awaitClosing());
        http.start();
    }

    private void answer(HttpExchange exchange, int status, long length) throws IOException {
        stall.readLock().lock();
        stall.readLock().unlock();
        served.incrementAndGet();
        exchange.sendResponseHeaders(status, length);
        if (length >= 0) {
            exchange.getResponseBody().write("ok".getBytes());
        }
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does not respond to any request for this time. */
    void stall(Duration time) throws InterruptedException {
        stall.writeLock().lock();
        try {
            Thread.sleep(time);
        } finally {
            stall.writeLock().unlock();
        }
    }

    long served() {
        return served.get();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        closing.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
