/** Threads, pools of threads and virtual threads: what they cost, and how many are enough. */
package lab.threads;
