package lab.bench;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets one benchmark run at a time on this machine. It is JMH's own lock file, so that JMH runs
 * outside the lab count too.
 */
final class Turnstile implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final FileChannel channel;
    private final Optional<String> blocker;

    private Turnstile(FileChannel channel, Optional<String> blocker) {
        this.channel = channel;
        this.blocker = blocker;
    }

    /**
     * Waits for its turn, but not longer than {@code patience}; then it lets through all the same.
     *
     * @param waiting is told who is in the way, again and again
     */
    static Turnstile pass(Path lock, Duration patience, Consumer<String> waiting)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var turnstile = attempt(lock);
            if (turnstile.blocker.isEmpty() || System.nanoTime() > end) {
                return turnstile;
            }
            turnstile.close();
            waiting.accept(turnstile.blocker.get());
            Thread.sleep(LOOK_EVERY);
        }
    }

    static Path ofThisMachine() {
        return Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
    }

    /** Who is measuring at the same time, if somebody is. */
    Optional<String> blocker() {
        return blocker;
    }

    private static Turnstile attempt(Path path) {
        try {
            return take(path, open(path));
        } catch (IOException e) {
            // Another user's file: nobody can be asked, so nobody is waited for.
            return new Turnstile(null, Optional.empty());
        }
    }

    private static Turnstile take(Path path, FileChannel channel) throws IOException {
        try {
            if (lock(channel) == null) {
                return new Turnstile(channel, Optional.of(holder(channel)));
            }
            sign(path, channel);
            return new Turnstile(channel, Optional.empty());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Linux refuses to "create" another user's file in a shared folder even if it exists. A link
     * there may lead anywhere, and what is opened here is emptied.
     */
    private static FileChannel open(Path path) throws IOException {
        return Files.exists(path)
                ? FileChannel.open(path, READ, WRITE, NOFOLLOW_LINKS)
                : FileChannel.open(path, CREATE, READ, WRITE, NOFOLLOW_LINKS);
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void sign(Path path, FileChannel channel) throws IOException {
        var signature = String.valueOf(ProcessHandle.current().pid());
        channel.truncate(0).write(StandardCharsets.UTF_8.encode(signature), 0);
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class, NOFOLLOW_LINKS);
        if (view == null) {
            return;
        }
        try {
            view.setPermissions(PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (IOException e) {
            // It belongs to another user, who has done this.
        }
    }

    /** Only the lab signs; what JMH itself locks may still bear an old signature. */
    private static String holder(FileChannel channel) {
        var signature = signature(channel);
        var isAlive =
                signature.matches("\\d+")
                        && ProcessHandle.of(Long.parseLong(signature)).isPresent();
        return isAlive ? "process " + signature : "another JMH run";
    }

    private static String signature(FileChannel channel) {
        var text = ByteBuffer.allocate(20);
        try {
            channel.read(text, 0);
        } catch (IOException e) {
            // On Windows nobody else may read what is locked.
            return "";
        }
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (channel == null) {
            return;
        }
        try (channel) {
            if (blocker.isEmpty()) {
                channel.truncate(0);
            }
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }
}
