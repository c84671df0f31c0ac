package lab.eventloop;

import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordingStream;

/**
 * An observer of marks: JFR passes it the events that code emits on purpose, as Node's {@code
 * perf_hooks} pass entries of type {@code measure} (C13).
 */
final class Marks implements AutoCloseable {

    /** A JFR event: what code measured on purpose. */
    @Name("lab.Measure")
    @StackTrace(false)
    static final class Measure extends Event {}

    private final AtomicInteger heard = new AtomicInteger();
    private final RecordingStream recording = new RecordingStream();

    /** Observes from now on. */
    Marks() {
        recording.enable(Measure.class);
        recording.onEvent("lab.Measure", measure -> heard.incrementAndGet());
        recording.startAsync();
    }

    /** Does this work and emits an event for it. */
    static void measure(Runnable work) {
        var measure = new Measure();
        measure.begin();
        work.run();
        measure.commit();
    }

    /** Stops the observation and returns how many events came. */
    int heard() {
        recording.stop();
        return heard.get();
    }

    @Override
    public void close() {
        recording.close();
    }
}
