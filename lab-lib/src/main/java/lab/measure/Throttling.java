package lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How long a CPU limit, such as a container's, has stopped the control group of this process, on
 * Linux.
 */
final class Throttling {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final Path GROUPS = Path.of("/proc/self/cgroup");

    private Throttling() {}

    /** Nanoseconds, summed over CPUs; 0 if there is no limit or the system does not report it. */
    static double nanos() {
        return candidates(read(GROUPS), ROOT)
                .map(file -> nanos(read(file)))
                .flatMapToDouble(OptionalDouble::stream)
                .findFirst()
                .orElse(0);
    }

    /** The group's own folder, and the root, where a container sees its own group; v2, then v1. */
    static Stream<Path> candidates(List<String> groups, Path root) {
        return groups.stream()
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3)
                .filter(parts -> parts[1].isEmpty() || List.of(parts[1].split(",")).contains("cpu"))
                .flatMap(parts -> folders(root.resolve(parts[1]), parts[2]))
                .map(folder -> folder.resolve("cpu.stat"));
    }

    private static Stream<Path> folders(Path hierarchy, String group) {
        return Stream.of(hierarchy.resolve(group.substring(1)), hierarchy);
    }

    /** Version 2 counts microseconds, version 1 nanoseconds. */
    static OptionalDouble nanos(List<String> stat) {
        return stat.stream()
                .map(line -> line.split(" "))
                .filter(
                        pair ->
                                pair[0].equals("throttled_usec")
                                        || pair[0].equals("throttled_time"))
                .mapToDouble(
                        pair ->
                                Double.parseDouble(pair[1])
                                        * (pair[0].endsWith("usec") ? 1_000 : 1))
                .findFirst();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException notThere) {
            return List.of();
        }
    }
}
