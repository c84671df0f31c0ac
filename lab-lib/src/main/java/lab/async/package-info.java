/**
 * Asynchronous code: calls that run at the same time, the limit of their number, their errors,
 * their timeouts, and their retries. Notebook 04.
 */
package lab.async;
