package lab.wire;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** One direction of a link: bytes leave in their order, each delayed by half a round trip. */
final class Lane {

    /** Is called for every piece of data that enters the lane. */
    interface Listener {
        void heard(int bytes);
    }

    private static final int PIECE = 64 * 1024;

    /** The most bytes in transit: a slow reader must slow down the sender. */
    private static final int UNDER_WAY = 8 * 1024 * 1024;

    /** Bytes and their arrival time; no bytes mean that the sender has finished. */
    private record Piece(byte[] bytes, long due) {}

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final Socket from;
    private final Socket to;
    private final long delay;
    private final Listener listener;
    private final Runnable ended;
    private final Runnable broken;

    Lane(
            Socket from,
            Socket to,
            Duration delay,
            Listener listener,
            Runnable ended,
            Runnable broken) {
        this.from = from;
        this.to = to;
        this.delay = delay.toNanos();
        this.listener = listener;
        this.ended = ended;
        this.broken = broken;
    }

    void start(ExecutorService threads) {
        threads.execute(this::take);
        threads.execute(this::give);
    }

    private void take() {
        var buffer = new byte[PIECE];
        try {
            var in = from.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                listener.heard(count);
                room.acquire(count);
                pieces.add(new Piece(Arrays.copyOf(buffer, count), System.nanoTime() + delay));
            }
            pieces.add(new Piece(new byte[0], System.nanoTime() + delay));
        } catch (IOException | InterruptedException brokenOff) {
            broken.run();
            pieces.add(new Piece(new byte[0], System.nanoTime()));
        }
    }

    private void give() {
        try {
            var out = to.getOutputStream();
            for (var piece = arrived(); piece.bytes.length > 0; piece = arrived()) {
                out.write(piece.bytes);
                room.release(piece.bytes.length);
            }
            to.shutdownOutput();
        } catch (IOException | InterruptedException brokenOff) {
            broken.run();
        } finally {
            // A thread that waits for space would wait forever.
            room.release(UNDER_WAY);
            ended.run();
        }
    }

    private Piece arrived() throws InterruptedException {
        var piece = pieces.take();
        for (long left = piece.due - System.nanoTime(); left > 0; ) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            left = piece.due - System.nanoTime();
        }
        return piece;
    }
}
