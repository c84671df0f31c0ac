package lab.bench;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/**
 * The threads that run a benchmark at once: one number, or one for each method of a group.
 *
 * @param threads empty where the class's annotations decide
 */
record Crew(List<Integer> threads) implements Serializable {

    /** What the options say, then the class. */
    static Crew of(BenchmarkListEntry entry, BenchOptions options) {
        if (isFor(entry, options.groups)) {
            return new Crew(options.groups);
        }
        int said = options.threads.orElse(entry.getThreads().orElse(Threads.MAX));
        if (said < 1 && said != Threads.MAX) {
            throw new BenchmarkRefused(
                    "@Threads must be at least 1, or Threads.MAX, but is %d at %s"
                            .formatted(said, entry.getUsername()));
        }
        return said > 0 ? new Crew(List.of(said)) : new Crew(own(entry));
    }

    /** Refuses threads for a group of as many methods as no group has. */
    static void requireGroup(Collection<BenchmarkListEntry> found, List<Integer> wanted) {
        if (!wanted.isEmpty() && found.stream().noneMatch(entry -> isFor(entry, wanted))) {
            var asked = wanted.stream().map(String::valueOf).collect(joining(", "));
            throw new BenchmarkRefused(
                    "groups(%s) needs a @Group of %d methods, and there is none"
                            .formatted(asked, wanted.size()));
        }
    }

    private static boolean isFor(BenchmarkListEntry entry, List<Integer> groups) {
        return groups.size() > 1 && own(entry).size() == groups.size();
    }

    private static List<Integer> own(BenchmarkListEntry entry) {
        var group = IntStream.of(entry.getThreadGroups()).boxed().toList();
        return group.size() > 1 ? group : List.of();
    }

    int size() {
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
