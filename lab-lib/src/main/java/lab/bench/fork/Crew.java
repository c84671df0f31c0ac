package lab.bench.fork;

import java.io.Serializable;
import java.util.List;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/**
 * The threads that run a benchmark at once: one number, or one for each method of a group.
 *
 * @param threads empty where the class's annotations decide
 */
public record Crew(List<Integer> threads) implements Serializable {

    /** How many threads that is. */
    public int size() {
        return Math.max(1, threads.stream().mapToInt(Integer::intValue).sum());
    }

    void addTo(ChainedOptionsBuilder options) {
        if (threads.size() == 1) {
            options.threads(threads.getFirst());
        } else if (!threads.isEmpty()) {
            options.threadGroups(threads.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
