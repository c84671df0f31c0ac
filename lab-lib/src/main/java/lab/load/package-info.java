/**
 * Load on an HTTP server of this machine, as {@link lab.load.Model.Open} arrivals that come
 * whatever happens, or as {@link lab.load.Model.Closed} clients that wait for each answer: the
 * difference is coordinated omission (C126 to C132). Begin at {@link lab.load.Load#on}.
 */
package lab.load;
