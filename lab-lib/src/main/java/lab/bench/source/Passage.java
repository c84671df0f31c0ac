package lab.bench.source;

/**
 * Lines of a source file that the learner wrote.
 *
 * @param where the learner's name for it, such as "class Sums"
 * @param linesBefore how many lines of the file come before it
 * @param source the text of the cell
 */
record Passage(String where, int linesBefore, String source) {

    private static final int LONGEST = 120;

    boolean contains(long line) {
        return line > linesBefore && line <= linesBefore + source.lines().count();
    }

    /** "line 4 of class Sums". */
    String place(long line) {
        return "line %d of %s".formatted(line - linesBefore, where);
    }

    /** The text of the line, cut to the length of a message. */
    String line(long line) {
        var text = source.lines().skip(line - linesBefore - 1).findFirst().orElse("").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
