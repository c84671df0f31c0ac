package lab.bench.fork;

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
import java.util.Optional;

/**
 * A file of this machine that processes of all users lock. On Unix a process loses its lock on a
 * file when it closes any channel of that file, so a process must open the file only once.
 */
final class LockFile implements AutoCloseable {

    /** The result of an attempt to lock. */
    sealed interface Attempt {

        /** The lock is held until the file is closed. */
        record Locked(LockFile file) implements Attempt {}

        /** Another process holds it: its process id, if it has signed. */
        record Busy(Optional<Long> holder) implements Attempt {}

        /** The file cannot be used here, so it says nothing about others. */
        record Unknown() implements Attempt {}
    }

    private final FileChannel channel;
    private final boolean isSigned;

    private LockFile(FileChannel channel, boolean isSigned) {
        this.channel = channel;
        this.isSigned = isSigned;
    }

    /** Locks out processes that want the file alone, not those that share it. */
    static Attempt share(Path path) {
        try {
            create(path);
            return lock(FileChannel.open(path, READ, NOFOLLOW_LINKS), true);
        } catch (IOException e) {
            return new Attempt.Unknown();
        }
    }

    /** Locks out all others, and signs the file. */
    static Attempt own(Path path) {
        try {
            create(path);
            return lock(FileChannel.open(path, READ, WRITE, NOFOLLOW_LINKS), false);
        } catch (AccessDeniedException e) {
            // A file of another user that is only readable still shows whether it is locked.
            return share(path);
        } catch (IOException e) {
            return new Attempt.Unknown();
        }
    }

    private static Attempt lock(FileChannel channel, boolean shared) throws IOException {
        boolean isLocked = false;
        try {
            isLocked = isFree(channel, shared);
            if (!isLocked) {
                return new Attempt.Busy(signer(channel));
            }
            if (!shared) {
                var signature = String.valueOf(ProcessHandle.current().pid());
                channel.truncate(0).write(StandardCharsets.UTF_8.encode(signature), 0);
            }
            return new Attempt.Locked(new LockFile(channel, !shared));
        } finally {
            if (!isLocked) {
                channel.close();
            }
        }
    }

    private static boolean isFree(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared) != null;
        } catch (OverlappingFileLockException e) {
            return false; // JMH itself runs in this JVM.
        }
    }

    /** Not with the options of "open": Linux refuses to "create" another user's file in /tmp. */
    private static void create(Path path) throws IOException {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            // Another process was first.
        }
        openToAllUsers(path);
    }

    private static void openToAllUsers(Path path) {
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

    /** The lab signs, JMH does not: it leaves an old signature in the file. */
    private static Optional<Long> signer(FileChannel channel) {
        var text = ByteBuffer.allocate(20);
        try {
            channel.read(text, 0);
        } catch (IOException e) {
            // On Windows no other process may read what is locked.
            return Optional.empty();
        }
        return Optional.of(new String(text.array(), 0, text.position(), StandardCharsets.UTF_8))
                .filter(signature -> signature.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(pid -> ProcessHandle.of(pid).isPresent());
    }

    @Override
    public void close() {
        try (channel) {
            if (isSigned) {
                channel.truncate(0);
            }
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }
}
