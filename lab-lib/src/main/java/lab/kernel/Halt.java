package lab.kernel;

/**
 * The methods that {@link Weaver} adds calls to in the code of cells. Public only for this reason.
 */
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

    /** Only an interrupt ends printing, because a cell must still be able to report a full heap. */
    static void checkStop() {
        if (stopAsked) {
            CellRun.stopIfAsked();
        }
    }

    /** Replaces {@code System.exit}. */
    public static void exit(int status) {
        throw new ExitRefused(status);
    }

    /** Replaces {@code Runtime.exit} and {@code Runtime.halt}. */
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
