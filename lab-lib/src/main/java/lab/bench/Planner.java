package lab.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import lab.bench.fork.Item;
import lab.bench.source.BenchmarkRefused;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * Turns what JMH's processor found into items: options first, then the class's annotations, then
 * the lab's budget, divided by the number of items.
 */
final class Planner {

    private static final Duration OVERHEAD = Duration.ofSeconds(2);

    private final BenchOptions options;
    private final Duration share;

    private Planner(BenchOptions options, int items) {
        this.options = options;
        this.share = options.get(Setting.EFFORT).total().minus(OVERHEAD).dividedBy(items);
    }

    static Schedule plan(Collection<BenchmarkListEntry> found, BenchOptions options) {
        var included = found.stream().filter(entry -> includes(options, entry)).toList();
        if (included.isEmpty()) {
            throw new BenchmarkRefused(
                    "include(\"%s\") leaves no benchmark; there are: %s"
                            .formatted(options.get(Setting.INCLUDE), methods(found)));
        }
        requireParams(included, options);
        Crews.requireGroup(included, options.get(Setting.GROUPS));
        var cases = included.stream().flatMap(e -> cases(e, options).stream()).distinct().toList();
        var planner = new Planner(options, cases.size());
        var participants = cases.stream().map(planner::participant).toList();
        var effort = options.get(Setting.EFFORT);
        return new Schedule(
                participants,
                options.get(Setting.PROFILERS),
                effort.total(),
                effort.rounds() == 0,
                options.get(Setting.MARGIN),
                options.get(Setting.SEED).orElseGet(() -> new Random().nextLong(1_000_000)));
    }

    private record Case(BenchmarkListEntry entry, Map<String, String> params) {}

    private static boolean includes(BenchOptions options, BenchmarkListEntry entry) {
        return options.get(Setting.INCLUDE).matcher(method(entry)).find();
    }

    private static String method(BenchmarkListEntry entry) {
        return entry.getUsername().substring(entry.getUserClassQName().length() + 1);
    }

    private static String methods(Collection<BenchmarkListEntry> found) {
        return String.join(", ", new TreeSet<>(found.stream().map(Planner::method).toList()));
    }

    private static void requireParams(List<BenchmarkListEntry> found, BenchOptions options) {
        var known = new TreeSet<String>();
        found.forEach(entry -> known.addAll(declared(entry).keySet()));
        for (var name : options.get(Setting.PARAMS).keySet()) {
            if (!known.contains(name)) {
                throw new BenchmarkRefused(
                        "param(\"%s\") names no @Param field; there %s"
                                .formatted(name, known.isEmpty() ? "is none" : "are: " + known));
            }
        }
    }

    private static Map<String, String[]> declared(BenchmarkListEntry entry) {
        return entry.getParams().orElse(Map.of());
    }

    private static List<Case> cases(BenchmarkListEntry entry, BenchOptions options) {
        var cases = new ArrayList<Case>();
        var modes =
                options.get(Setting.MODES).isEmpty()
                        ? List.of(entry.getMode())
                        : options.get(Setting.MODES);
        for (var mode : modes.contains(Mode.All) ? everyMode() : modes) {
            combinations(entry, options)
                    .forEach(p -> cases.add(new Case(entry.cloneWith(mode), p)));
        }
        return cases;
    }

    private static List<Mode> everyMode() {
        return Arrays.stream(Mode.values()).filter(mode -> mode != Mode.All).toList();
    }

    private static List<TreeMap<String, String>> combinations(
            BenchmarkListEntry entry, BenchOptions options) {
        var all = List.of(new TreeMap<String, String>());
        for (var param : declared(entry).entrySet()) {
            var values =
                    options.get(Setting.PARAMS)
                            .getOrDefault(param.getKey(), List.of(param.getValue()));
            if (values.isEmpty()) {
                throw new BenchmarkRefused(
                        "the @Param field %1$s has no values; write @Param({\"10\", \"100\"}) or"
                                        .formatted(param.getKey())
                                + " param(\"%s\", 10, 100)".formatted(param.getKey()));
            }
            all = times(all, param.getKey(), values);
        }
        return all;
    }

    private static List<TreeMap<String, String>> times(
            List<TreeMap<String, String>> all, String name, List<String> values) {
        var more = new ArrayList<TreeMap<String, String>>();
        for (var one : all) {
            for (var value : values) {
                var copy = new TreeMap<>(one);
                copy.put(name, value);
                more.add(copy);
            }
        }
        return more;
    }

    private Participant participant(Case one) {
        var entry = one.entry();
        var pacing = new Pacing(entry, options, share);
        return new Participant(
                item(one, pacing),
                pacing.forks(),
                pacing.hasFixedForks(),
                entry.getWarmupForks().orElse(0),
                pacing.warmsUpFreely(),
                pacing.measuresFreely());
    }

    private Item item(Case one, Pacing pacing) {
        var entry = one.entry();
        return new Item(
                entry.getUsername(),
                entry.getMode(),
                new TreeMap<>(one.params()),
                pacing.warmup(),
                pacing.measurement(),
                Crews.of(entry, options),
                entry.getTimeUnit().orElse(unit(entry.getMode())),
                ForkFlags.of(entry, options),
                pacing.timeout());
    }

    private static TimeUnit unit(Mode mode) {
        return mode == Mode.Throughput ? TimeUnit.SECONDS : TimeUnit.NANOSECONDS;
    }
}
