/**
 * Databases with a simulated network delay: H2 in this JVM, H2 as a server, or the PostgreSQL
 * server that {@code LAB_JDBC_URL} names, as near or as far away as a lesson needs it.
 */
package lab.database;
