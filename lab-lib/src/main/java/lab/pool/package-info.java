/**
 * Connection pools: what a connection costs in round trips, how many are enough, what happens when
 * there are none left. HikariCP itself stands in the notebook; here is what measures it.
 */
package lab.pool;
