/** HTTP connections: what each costs over a network, and what keep-alive saves. */
package lab.http;
