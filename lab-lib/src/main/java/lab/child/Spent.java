package lab.child;

import java.io.Serializable;
import java.time.Duration;

/**
 * What a job cost its JVM.
 *
 * @param wall from the job's begin to its end, without the start of the JVM
 * @param cpu the CPU time of all its threads, with those of the JVM
 * @param collecting the time in garbage collections
 * @param heap the most that was used of the heap, with garbage, in bytes
 * @param own the most memory of the process that is its own, in bytes: without the pages of files
 *     that the system can drop at any time; 0 where the system does not report it
 */
public record Spent(Duration wall, Duration cpu, Duration collecting, long heap, long own)
        implements Serializable {

    static final Spent NOTHING = new Spent(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0);
}
