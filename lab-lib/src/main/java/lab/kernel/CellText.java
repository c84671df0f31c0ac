package lab.kernel;

import java.util.Optional;

/**
 * A cell as its learner wrote it.
 *
 * @param number the one that Jupyter shows beside it
 */
record CellText(int number, String code) {

    /** Counted from 1. */
    Optional<String> line(int number) {
        return code.lines().skip(number - 1L).findFirst().map(String::strip);
    }

    String name() {
        return "cell [" + number + "]";
    }

    /** How many lines end in a part of a cell. */
    static int linesIn(String part) {
        return (int) part.chars().filter(c -> c == '\n').count();
    }
}
