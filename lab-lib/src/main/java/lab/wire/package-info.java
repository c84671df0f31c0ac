/**
 * A wire with a round-trip time: {@link lab.wire.Wire#to} relays TCP connections to a server on
 * this machine and delays what they say, because most claims about databases, caches and HTTP/2
 * become true only with a network in between. Needs no privilege; works for any protocol over TCP.
 */
package lab.wire;
