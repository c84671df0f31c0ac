package lab.bench;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Lets one benchmark run at a time on this machine. It is JMH's own lock file, so that JMH runs
 * outside the lab count too.
 */
final class Turnstile implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /**
     * What this JVM has locked. On Unix a process loses its lock on a file as soon as it closes the
     * file anywhere, so that nobody here may even look at such a file.
     */
    private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Optional<FileChannel> locked;
    private final Optional<String> blocker;

    private Turnstile(Path path, Optional<FileChannel> locked, Optional<String> blocker) {
        this.path = path;
        this.locked = locked;
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
        if (!LOCKED_HERE.add(path)) {
            return blocked(path, "process " + ProcessHandle.current().pid());
        }
        var turnstile = attemptOutside(path);
        if (turnstile.locked.isEmpty()) {
            LOCKED_HERE.remove(path);
        }
        return turnstile;
    }

    private static Turnstile attemptOutside(Path path) {
        try {
            return take(path, open(path));
        } catch (AccessDeniedException e) {
            return watch(path);
        } catch (IOException e) {
            return open(path, Optional.empty());
        }
    }

    /** Another user's file that may only be read still tells whether that user measures. */
    private static Turnstile watch(Path path) {
        try (var channel = FileChannel.open(path, READ, NOFOLLOW_LINKS);
                var lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null ? blocked(path, holder(channel)) : open(path, Optional.empty());
        } catch (IOException e) {
            return open(path, Optional.empty());
        }
    }

    private static Turnstile blocked(Path path, String who) {
        return new Turnstile(path, Optional.empty(), Optional.of(who));
    }

    /** Without a lock nobody can be asked, so nobody is waited for. */
    private static Turnstile open(Path path, Optional<FileChannel> locked) {
        return new Turnstile(path, locked, Optional.empty());
    }

    private static Turnstile take(Path path, FileChannel channel) throws IOException {
        boolean kept = false;
        try {
            if (!isFree(channel)) {
                return blocked(path, holder(channel));
            }
            var signature = String.valueOf(ProcessHandle.current().pid());
            channel.truncate(0).write(StandardCharsets.UTF_8.encode(signature), 0);
            kept = true;
            return open(path, Optional.of(channel));
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // JMH itself runs in this JVM
        }
    }

    /** A link there may lead anywhere, and what is opened here is emptied. */
    private static FileChannel open(Path path) throws IOException {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            // Linux refuses any other way to "create" another user's file in a shared folder.
        }
        openToEverybody(path);
        return FileChannel.open(path, READ, WRITE, NOFOLLOW_LINKS);
    }

    private static void openToEverybody(Path path) {
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
        locked.ifPresent(this::release);
    }

    private void release(FileChannel channel) {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        } finally {
            LOCKED_HERE.remove(path);
        }
    }
}
