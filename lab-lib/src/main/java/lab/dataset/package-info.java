/** Data with a fixed seed: the files that the lab ships, and their generators. */
package lab.dataset;
