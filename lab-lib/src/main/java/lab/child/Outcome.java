package lab.child;

/** How a child JVM ended. */
public enum Outcome {
    ENDED("came to its end"),
    OUT_OF_MEMORY("OutOfMemoryError"),
    FAILED("an exception"),
    KILLED("killed by the system"),
    TOO_LONG("not finished in time");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** As it is shown. */
    public String words() {
        return words;
    }

    /** The exit codes of HotSpot's ExitOnOutOfMemoryError, and of SIGKILL. */
    static Outcome ofExit(int code) {
        return switch (code) {
            case 0 -> ENDED;
            case 3 -> OUT_OF_MEMORY;
            case 137 -> KILLED;
            default -> FAILED;
        };
    }
}
