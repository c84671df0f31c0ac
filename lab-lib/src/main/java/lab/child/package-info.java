/**
 * Code of a cell in a JVM of its own, with a heap that is limited for real: what it returned, or
 * how it ended, and what it cost.
 */
package lab.child;
