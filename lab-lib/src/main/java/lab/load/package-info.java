/**
 * Load on a system of this machine: {@link lab.load.Model.Open} arrivals that do not wait for each
 * other, or {@link lab.load.Model.Closed} clients that wait for each reply. The difference is
 * coordinated omission (C126 to C132). {@link lab.load.Load#on} loads an HTTP server; {@link
 * lab.load.Arrivals} does the same with any other {@link lab.load.Call}.
 */
package lab.load;
