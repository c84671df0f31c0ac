package lab.json;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lab.measure.Require;

/**
 * What a library makes of unusual documents: what it returns, or how it refuses.
 *
 * @param runs in the order in which they were made
 */
public record Reactions(List<Run> runs) {

    private static final int LONGEST = 64;

    /**
     * One document.
     *
     * @param seen the value as text, or the message of the exception
     */
    public record Run(String name, boolean refused, String seen) {}

    public Reactions {
        runs = List.copyOf(runs);
    }

    /** What this call makes of its document. */
    public static Reactions of(String name, Callable<?> reading) {
        return new Reactions(List.of()).and(name, reading);
    }

    /** And this one. */
    public Reactions and(String name, Callable<?> reading) {
        Require.given(name, "name", "\"a duplicate key\"");
        Require.given(reading, "reading", "() -> json.readTree(text)");
        var more = new ArrayList<>(runs);
        more.add(run(name, reading));
        return new Reactions(more);
    }

    private static Run run(String name, Callable<?> reading) {
        try {
            return new Run(name, false, inShort(String.valueOf(reading.call())));
        } catch (Exception | StackOverflowError e) {
            return new Run(name, true, inShort(String.valueOf(e.getMessage())));
        }
    }

    private static String inShort(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** The reaction to the document with this name. */
    public Run run(String name) {
        return Require.known(name, "document", runs, Run::name);
    }

    @Override
    public String toString() {
        int widest = runs.stream().mapToInt(run -> run.name().length()).max().orElse(1);
        return runs.stream()
                .map(
                        run ->
                                ("%-" + widest + "s  %s  %s")
                                        .formatted(
                                                run.name(),
                                                run.refused() ? "refused " : "accepted",
                                                run.seen()))
                .collect(joining("\n"));
    }
}
