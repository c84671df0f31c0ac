package lab.jupyter;

/** What {@link Weaver} makes the code of cells call. Public for that reason only. */
public final class Halt {

    private static volatile boolean pending;

    private Halt() {}

    /** Ends the calling code if its cell was interrupted or the heap is full. */
    public static void check() {
        if (pending) {
            CellRun.stopIfAsked();
            HeapGuard.stopIfFull();
        }
    }

    /** Also a full heap may be reported, so only an interrupt ends printing. */
    static void checkStop() {
        if (pending) {
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

    static void ask() {
        pending = true;
    }

    static void settle(boolean stillPending) {
        pending = stillPending;
    }
}
