/**
 * Data that is larger than memory: files read in small heaps, senders with slow clients, publishers
 * with slow subscribers, and rows that go from a database to a client one by one.
 */
package lab.stream;
