/**
 * Latency Lab: learn why a service is slow by measuring it. Start at {@link lab.Lab}, the methods
 * that cells call.
 */
package lab;
