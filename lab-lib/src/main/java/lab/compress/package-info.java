/** What compression costs and saves: time against bytes, and the link on which it pays. */
package lab.compress;
