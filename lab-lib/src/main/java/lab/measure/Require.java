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
}
