/**
 * Latency Lab: learn why a service is slow by measuring it. Entry point: {@link lab.Lab}, the verbs
 * of a cell.
 */
package lab;
