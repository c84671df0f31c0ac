/**
 * Queries: how many round trips a way of asking takes, how many rows a plan reads, and which
 * statement the time goes to. The notebook uses JDBC itself; this package counts and measures.
 */
package lab.query;
