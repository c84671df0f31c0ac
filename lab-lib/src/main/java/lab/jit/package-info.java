/**
 * What the JIT compiler does to a measurement. Entry point: {@link lab.jit.WarmUp}; notebook 00.
 */
package lab.jit;
