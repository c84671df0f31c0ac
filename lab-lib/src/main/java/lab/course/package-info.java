/**
 * Lists the lessons. Each notebook has a room of its own below this package, for its claims and
 * checks.
 */
package lab.course;
