/**
 * Runs benchmarks in processes of their own: {@link lab.bench.fork.HarnessProcess} is the harness
 * seen from the kernel, {@link lab.bench.fork.Harness} runs JMH in it and reports {@link
 * lab.bench.fork.Event}s.
 */
package lab.bench.fork;
