package lab.kernel;

import java.util.function.IntUnaryOperator;

/**
 * The debug information of a cell's class.
 *
 * @param file what a stack trace shows as the file
 * @param ofCompiled the line of the cell, from that of the source that JShell has compiled
 */
record CellLines(String file, IntUnaryOperator ofCompiled) {}
