/**
 * A real Vert.x HTTP server on one event loop, and work to block it with. Experiments on it are in
 * the subjects.
 */
package lab.server;
