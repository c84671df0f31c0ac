/** HTTP connections: what each costs behind a network, and what keep-alive saves. */
package lab.http;
