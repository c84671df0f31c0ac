/** What JSON costs: memory, the bytes that are read, and the time of writing. */
package lab.json;
