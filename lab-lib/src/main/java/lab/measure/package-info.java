/**
 * The basic terms of measuring: {@link lab.measure.Latency} and {@link lab.measure.Samples}, {@link
 * lab.measure.Turns} for tasks that alternate and their {@link lab.measure.Ratio}, the {@link
 * lab.measure.Shape}s a result can have, and what every result depends on: {@link
 * lab.measure.Environment}, {@link lab.measure.Quiet}, {@link lab.measure.CpuUse}, {@link
 * lab.measure.Runaways}. All other packages use this one; it uses only the JDK and HdrHistogram.
 */
package lab.measure;
