package lab.bench;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import lab.bench.fork.Crew;
import lab.bench.source.BenchmarkRefused;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** Chooses the threads of a benchmark: what the options say, then the class. */
final class Crews {

    private Crews() {}

    static Crew of(BenchmarkListEntry entry, BenchOptions options) {
        if (isFor(entry, options.get(Setting.GROUPS))) {
            return new Crew(options.get(Setting.GROUPS));
        }
        int said = options.get(Setting.THREADS).orElse(entry.getThreads().orElse(Threads.MAX));
        if (said < 1 && said != Threads.MAX) {
            throw new BenchmarkRefused(
                    "@Threads must be at least 1, or Threads.MAX, but is %d at %s"
                            .formatted(said, entry.getUsername()));
        }
        return said > 0 ? new Crew(List.of(said)) : new Crew(own(entry));
    }

    /** Refuses threads for a group when no group has that number of methods. */
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
}
