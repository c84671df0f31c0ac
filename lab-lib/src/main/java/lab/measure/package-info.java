/**
 * The small vocabulary of measuring: {@link lab.measure.Latency} and {@link lab.measure.Samples},
 * the {@link lab.measure.Shape}s a result can take, and the {@link lab.measure.Environment} that
 * every result depends on. Everything else builds on it; it builds on the JDK and HdrHistogram.
 */
package lab.measure;
