/**
 * From the source of cells to compiled benchmark classes. {@link lab.bench.source.CellSources} is
 * what the cells define, {@link lab.bench.source.Compilation} compiles what a benchmark needs with
 * JMH's annotation processor, and {@link lab.bench.source.BenchmarkRefused} explains by the
 * learner's own lines why something cannot run.
 */
package lab.bench.source;
