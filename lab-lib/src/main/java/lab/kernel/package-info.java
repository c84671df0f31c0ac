/**
 * What only the lab's own kernel needs: cells that can be stopped, that cannot end the kernel and
 * that survive a full heap; short stack traces; output while a cell runs.
 */
package lab.kernel;
