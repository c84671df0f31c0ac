package lab.eventloop;

import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordingStream;

/**
 * An observer of marks: Java's flight recorder tells it what somebody measured on purpose, as
 * Node's {@code perf_hooks} tell of entries of type {@code measure} (C13).
 */
final class Marks implements AutoCloseable {

    /** What somebody measured. */
    @Name("lab.Measure")
    @StackTrace(false)
    static final class Measure extends Event {}

    private final AtomicInteger heard = new AtomicInteger();
    private final RecordingStream recording = new RecordingStream();

    /** Listens from now on. */
    Marks() {
        recording.enable(Measure.class);
        recording.onEvent("lab.Measure", measure -> heard.incrementAndGet());
        recording.startAsync();
    }

    /** Measures this work, so that the observer hears of it. */
    static void measure(Runnable work) {
        var measure = new Measure();
        measure.begin();
        work.run();
        measure.commit();
    }

    /** Stops to listen and tells how many entries were heard. */
    int heard() {
        recording.stop();
        return heard.get();
    }

    @Override
    public void close() {
        recording.close();
    }
}
