package lab.bench.fork;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a benchmark printed, bounded to what a person reads.
 *
 * @param lines the first different lines, each with how often it was printed
 * @param more how many lines are left out
 */
public record Printed(LinkedHashMap<String, Long> lines, long more) implements Serializable {

    private static final int SHOWN = 10;

    /** Nothing yet. */
    public static Printed nothing() {
        return new Printed(new LinkedHashMap<>(), 0);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** This and then the other, as if one process had printed both. */
    public Printed and(Printed other) {
        var all = new LinkedHashMap<>(lines);
        long left = more + other.more;
        for (var line : other.lines.entrySet()) {
            left += merge(all, line.getKey(), line.getValue());
        }
        return new Printed(all, left);
    }

    /** Adds a line in place: a benchmark may print millions. */
    Printed with(String line) {
        return new Printed(lines, more + merge(lines, line, 1));
    }

    /** How many of these lines did not fit. */
    private static long merge(Map<String, Long> lines, String line, long times) {
        if (lines.size() == SHOWN && !lines.containsKey(line)) {
            return times;
        }
        lines.merge(line, times, Long::sum);
        return 0;
    }

    /** The same without the lines that this text repeats. */
    Printed without(String text) {
        var kept = new LinkedHashMap<>(lines);
        kept.keySet().removeIf(text::contains);
        return new Printed(kept, more);
    }

    /** "sumLoop printed:" and the lines, indented. */
    public String by(String benchmark) {
        var text = lines.entrySet().stream().map(Printed::shown).collect(joining("\n"));
        return "%s printed:\n%s".formatted(benchmark, text)
                + (more == 0 ? "" : "\n  … and %,d more lines".formatted(more));
    }

    private static String shown(Map.Entry<String, Long> line) {
        var times = line.getValue() == 1 ? "" : " (%,d times)".formatted(line.getValue());
        return "  " + line.getKey() + times;
    }
}
