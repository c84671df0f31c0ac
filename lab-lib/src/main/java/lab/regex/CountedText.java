package lab.regex;

/** A text that counts how often it is read, and ends the match when a limit is reached. */
final class CountedText implements CharSequence {

    /** Ends a match from inside: nothing else can stop the JDK's engine. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp() {
            super("the match was given up", null, false, false);
        }
    }

    private static final int CLOCK_EVERY = 1 << 12;

    private final String text;
    private final long mostSteps;
    private final long deadline;
    private long steps;

    CountedText(String text, long mostSteps, long deadline) {
        this.text = text;
        this.mostSteps = mostSteps;
        this.deadline = deadline;
    }

    long steps() {
        return steps;
    }

    @Override
    public char charAt(int index) {
        if (++steps > mostSteps || isLate()) {
            throw new GivenUp();
        }
        return text.charAt(index);
    }

    private boolean isLate() {
        return steps % CLOCK_EVERY == 0
                && deadline != Long.MAX_VALUE
                && System.nanoTime() > deadline;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
