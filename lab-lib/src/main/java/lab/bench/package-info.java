/**
 * Live JMH on a class typed in a notebook cell. {@link lab.bench.Bench} takes the cells' sources,
 * compiles them with JMH's annotation processor, runs them in forked processes below a harness of
 * its own, reports {@link lab.bench.Progress} while it runs and ends with a {@link
 * lab.bench.BenchResult}. {@link lab.bench.History} keeps what was measured.
 */
package lab.bench;
