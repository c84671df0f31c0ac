/**
 * Connection pools: what a connection costs in round trips, how many are enough, what happens when
 * there are none left. The notebook uses HikariCP itself; this package measures it.
 */
package lab.pool;
