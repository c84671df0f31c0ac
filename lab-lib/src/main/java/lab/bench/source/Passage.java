package lab.bench.source;

/**
 * Lines of a source file that a learner typed.
 *
 * @param where what the learner calls it, such as "class Sums"
 * @param linesBefore how many lines of the file stand before it
 * @param source as it was typed
 */
record Passage(String where, int linesBefore, String source) {

    private static final int LONGEST = 120;

    boolean holds(long line) {
        return line > linesBefore && line <= linesBefore + source.lines().count();
    }

    /** "line 4 of class Sums". */
    String place(long line) {
        return "line %d of %s".formatted(line - linesBefore, where);
    }

    /** The line itself, or as much of it as a message can hold. */
    String line(long line) {
        var text = source.lines().skip(line - linesBefore - 1).findFirst().orElse("").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
