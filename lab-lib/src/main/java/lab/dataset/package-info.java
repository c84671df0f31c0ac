/** Data with a fixed seed: files shipped with the lab, and the generators that make them. */
package lab.dataset;
