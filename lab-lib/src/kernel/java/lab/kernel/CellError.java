package lab.kernel;

import java.util.List;

/**
 * An error as a front end shows it.
 *
 * @param name the simple name of its type
 * @param message its message
 * @param lines the full report, with colours
 */
record CellError(String name, String message, List<String> lines) {}
