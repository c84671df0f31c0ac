package lab.kernel;

import java.util.Optional;

/**
 * A cell as the learner wrote it.
 *
 * @param number the execution number that Jupyter shows beside it
 */
record CellText(int number, String code) {

    /** The line with this number, counted from 1. */
    Optional<String> line(int number) {
        return code.lines().skip(number - 1L).findFirst().map(String::strip);
    }

    String name() {
        return "cell [" + number + "]";
    }

    /** The number of line ends in a part of a cell. */
    static int linesIn(String part) {
        return (int) part.chars().filter(c -> c == '\n').count();
    }
}
