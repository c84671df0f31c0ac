/**
 * What the facade and every Java kernel share: {@link lab.jupyter.Notebook} for what the rest of
 * the lab uses of a kernel, live output, and renderers for the lab's results. It works without a
 * kernel too.
 */
package lab.jupyter;
