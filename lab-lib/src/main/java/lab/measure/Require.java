package lab.measure;

/** Refuses a wrong argument with its name, its bound, its value and the way out. */
public final class Require {

    private Require() {}

    /**
     * @param holds the condition
     * @param message a format that names the parameter, the bound, the value and what to write
     * @throws IllegalArgumentException unless {@code holds}
     */
    public static void that(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }

    /**
     * Refuses what is missing: in a notebook mostly a variable whose cell has failed.
     *
     * @param name of the parameter
     * @param wayOut what to write
     */
    public static <T> T given(T value, String name, String wayOut) {
        that(
                value != null,
                "%s must not be null; try %s, or run the cell again that sets it",
                name,
                wayOut);
        return value;
    }

    /** Refuses a list of arguments in which one is missing. */
    public static <T> T[] allGiven(T[] values, String name, String wayOut) {
        for (T value : given(values, name, wayOut)) {
            given(value, name, wayOut);
        }
        return values;
    }
}
