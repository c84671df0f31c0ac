/**
 * Live JMH on a class typed in a notebook cell. {@link lab.bench.Bench} has the cells compiled,
 * runs their benchmarks in rounds of forks below a harness of its own, reports {@link
 * lab.bench.BenchProgress} while it runs and ends with a {@link lab.bench.BenchResult}. {@link
 * lab.bench.Rounds} decides when it ends, {@link lab.bench.ForkRatio} how much one benchmark takes
 * compared with another, {@link lab.bench.Ruling} what that allows to say. {@link
 * lab.bench.History} keeps what was measured.
 */
package lab.bench;
