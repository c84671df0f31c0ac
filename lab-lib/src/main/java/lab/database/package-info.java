/**
 * A database behind a wire: H2 in this JVM, H2 as a server, or the PostgreSQL server that {@code
 * LAB_JDBC_URL} names, each as near or as far away as a lesson needs it.
 */
package lab.database;
