/**
 * What all clients of an event loop experience when one handler blocks it: their waiting time, the
 * lag of the loop, and what other threads can see of a stall. Entry points: {@link
 * lab.server.LoopServer} and {@link lab.eventloop.Experiment}; notebook 02.
 */
package lab.eventloop;
