package lab.kernel;

import java.util.function.IntUnaryOperator;

/**
 * The debug information of a cell's class.
 *
 * @param file the file name that a stack trace shows
 * @param ofCompiled maps a line of the source that JShell has compiled to the line of the cell
 */
record CellLines(String file, IntUnaryOperator ofCompiled) {}
