/**
 * What happens to everyone when one turn of an event loop takes long: a real Vert.x loop, clients
 * that wait, a probe of the loop's lag, and regular expressions that explode. Entry point: {@link
 * lab.server.LoopServer}; notebook 02.
 */
package lab.eventloop;
