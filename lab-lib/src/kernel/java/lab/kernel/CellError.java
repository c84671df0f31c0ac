package lab.kernel;

import java.util.List;

/**
 * An error as a front end shows it.
 *
 * @param name the simple name of its type
 * @param message what it says
 * @param lines the whole, coloured
 */
record CellError(String name, String message, List<String> lines) {}
