/**
 * A simulated network delay: {@link lab.wire.Wire#to} relays TCP connections to a server on this
 * machine and delays their data, because most claims about databases, caches and HTTP/2 become true
 * only with a network in between. It needs no privileges and works for any protocol over TCP.
 */
package lab.wire;
