package lab.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.bench.fork.Iterations;
import org.openjdk.jmh.annotations.Mode;

/**
 * One thing that options can set.
 *
 * @param name the phrase that sets it
 * @param otherwise the value where the options do not set it
 */
record Setting<T>(String name, T otherwise) {

    static final Setting<Effort> EFFORT = new Setting<>("effort", Effort.brief());
    static final Setting<Optional<Integer>> FORKS = open("forks");
    static final Setting<Optional<Iterations>> WARMUP = open("warmup");
    static final Setting<Optional<Iterations>> MEASUREMENT = open("measurement");
    static final Setting<Optional<Integer>> THREADS = open("threads");
    static final Setting<List<Integer>> GROUPS = none("groups");
    static final Setting<Optional<String>> HEAP = open("heap");
    static final Setting<Optional<Duration>> TIMEOUT = open("timeout");
    static final Setting<Boolean> ASSERTIONS = new Setting<>("assertions", false);
    static final Setting<List<String>> JVM_ARGS = none("jvmArgs");
    static final Setting<List<String>> PROFILERS = none("profilers");
    static final Setting<List<Mode>> MODES = none("modes");
    static final Setting<Map<String, List<String>>> PARAMS = new Setting<>("params", Map.of());
    static final Setting<Pattern> INCLUDE = new Setting<>("include", Pattern.compile(""));
    static final Setting<Double> MARGIN = new Setting<>("margin", 0.03);
    static final Setting<Optional<Long>> SEED = open("seed");

    private static <T> Setting<Optional<T>> open(String name) {
        return new Setting<>(name, Optional.empty());
    }

    private static <T> Setting<List<T>> none(String name) {
        return new Setting<>(name, List.of());
    }

    /** The value among these. */
    @SuppressWarnings("unchecked")
    T in(Map<Setting<?>, Object> values) {
        return (T) values.getOrDefault(this, otherwise);
    }
}
