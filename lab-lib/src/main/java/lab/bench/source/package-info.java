/**
 * From the source of notebook cells to compiled benchmark classes: {@link
 * lab.bench.source.Manuscript} collects the cells, {@link lab.bench.source.Compilation} compiles
 * them with JMH's annotation processor, {@link lab.bench.source.Diagnosis} explains errors by the
 * learner's own lines.
 */
package lab.bench.source;
