/**
 * The lab inside a Jupyter kernel, and the only package that knows one: {@link
 * lab.jupyter.Notebook} for what the rest of the lab uses of it, renderers for the lab's results,
 * and cells that can be stopped, that cannot end the kernel and that survive a full heap. Works
 * without a kernel too.
 */
package lab.jupyter;
