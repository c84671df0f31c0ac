package lab.measure;

import REPL.Spinning;
import org.junit.jupiter.api.Test;

class ThreadTimesTest {

    private static final double SECONDS = 0.2;

    @Test
    void aVirtualThreadIsCountedThroughItsCarrierThread() throws Exception {
        var spinning = new Spinning();
        var thread = Thread.startVirtualThread(spinning);
        spinning.awaitRunning();
        try {
            long start = System.nanoTime();
            var before = ThreadTimes.now();

            // Total CPU time, not CPU load: on a busy machine the spinning thread gets little.
            while (ThreadTimes.now().busyCpus(before) * secondsSince(start) < SECONDS) {
                Thread.sleep(10);
            }
        } finally {
            spinning.stop();
            thread.join();
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
