package lab.threads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import lab.child.ProcessMemory;
import lab.measure.FreshJvm;

/**
 * The main class of the child JVM of {@link Blocked}: starts threads that wait, and prints the heap
 * and the resident memory before and after, in bytes, and the time in nanoseconds.
 */
final class ManyBlocked {

    private ManyBlocked() {}

    public static void main(String[] arguments) throws InterruptedException {
        boolean virtual = Boolean.parseBoolean(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        var factory = virtual ? Thread.ofVirtual().factory() : daemons();
        start(factory, 10).countDown();
        long heap = heap();
        long resident = ProcessMemory.resident();
        long begun = System.nanoTime();
        var gate = start(factory, count);
        long took = System.nanoTime() - begun;
        System.out.println(heap() - heap);
        System.out.println(ProcessMemory.resident() - resident);
        System.out.println(took);
        System.out.println(FreshJvm.DONE);
        gate.countDown();
    }

    private static ThreadFactory daemons() {
        return Thread.ofPlatform().daemon().factory();
    }

    /** Returns when all of them wait at the gate. */
    private static CountDownLatch start(ThreadFactory factory, int count)
            throws InterruptedException {
        var arrived = new CountDownLatch(count);
        var gate = new CountDownLatch(1);
        for (int i = 0; i < count; i++) {
            factory.newThread(() -> block(arrived, gate)).start();
        }
        arrived.await();
        return gate;
    }

    private static void block(CountDownLatch arrived, CountDownLatch gate) {
        arrived.countDown();
        try {
            gate.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
