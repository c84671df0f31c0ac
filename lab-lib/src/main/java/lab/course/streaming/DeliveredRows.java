package lab.course.streaming;

import java.util.concurrent.atomic.AtomicInteger;

/** A function of the check's database: it is called for each row that the database delivers. */
public final class DeliveredRows {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static volatile int limit = Integer.MAX_VALUE;

    private DeliveredRows() {}

    /** Counts from 0 again, and fails at the row after this many. */
    static void begin(int failAfter) {
        COUNT.set(0);
        limit = failAfter;
    }

    static int delivered() {
        return COUNT.get();
    }

    /** Called by H2; the id makes each call a different one. */
    public static String count(int id, String name) {
        if (COUNT.incrementAndGet() > limit) {
            throw new IllegalStateException("reading " + id + " cannot be read");
        }
        return name;
    }
}
