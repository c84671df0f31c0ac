package lab.kernel;

/** What {@link Weaver} makes the code of cells call. Public for that reason only. */
public final class Halt {

    private static volatile boolean pending;
    private static volatile boolean stopAsked;
    private static volatile boolean heapFilling;

    private Halt() {}

    /** Ends the calling code if its cell was interrupted or the heap is full. */
    public static void check() {
        if (pending) {
            checkStop();
            if (heapFilling) {
                HeapGuard.stopIfFull();
            }
        }
    }

    /** Also a full heap may be reported, so only an interrupt ends printing. */
    static void checkStop() {
        if (stopAsked) {
            CellRun.stopIfAsked();
        }
    }

    /** Instead of {@code System.exit}. */
    public static void exit(int status) {
        throw new ExitRefused(status);
    }

    /** Instead of {@code Runtime.exit} and {@code Runtime.halt}. */
    public static void exit(Runtime runtime, int status) {
        throw new ExitRefused(status);
    }

    static synchronized void stopAsked(boolean asked) {
        stopAsked = asked;
        pending = asked || heapFilling;
    }

    static synchronized void heapFilling(boolean filling) {
        heapFilling = filling;
        pending = filling || stopAsked;
    }
}
