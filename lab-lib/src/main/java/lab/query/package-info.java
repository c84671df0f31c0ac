/**
 * Queries: how many round trips a way of asking takes, how many rows a plan reads, and which
 * statement the time goes to. JDBC itself stands in the notebook; here is what counts and measures.
 */
package lab.query;
