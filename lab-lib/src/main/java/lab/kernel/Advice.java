package lab.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import lab.measure.CauseChain;

/** Advice on a compile error, for cases in which the notebook knows more than the compiler. */
record Advice(JShell shell, Origins origins) {

    private static final String NOT_BEGUN =
            "This kernel has not imported the lab yet. In a notebook of the lab, run"
                    + " the first code cell, then this one again.";

    private static final String NOT_RUN =
            "%s has no value in this kernel yet. Run the cells of this section above this one, then"
                    + " this one again.";

    private static final String NOT_QUOTED =
            "Write the letter of your choice between single quotes, such as '%s'.";

    private static final String NO_PACKAGE =
            "Remove the package line: the code of a cell needs none.";

    private static final String NO_LIBRARY =
            "No library of the lab, and none that you have added, has this package. Check its"
                    + " spelling.";

    /** The file that JMH's own runner does not find in a notebook. */
    private static final String JMH_LIST = "/META-INF/BenchmarkList";

    private static final String NO_RUNNER =
            "JMH's Runner cannot find the classes of cells. Write bench(YourClass.class) instead:"
                    + " it compiles them for JMH and runs it.";

    /** What H2 and HikariCP say when what a variable refers to was closed as a whole. */
    private static final Pattern CLOSED =
            Pattern.compile(
                    "session closed|Database is already closed|HikariDataSource .* has been"
                            + " closed");

    private static final String REPLACED =
            "This connection or pool belongs to a database that is closed: a later"
                    + " Database.server() or Database.embedded() replaces the earlier one. Run the"
                    + " cells of this section that open it, then this one again.";

    private static final Pattern PACKAGE_LINE = Pattern.compile("(?m)^\\s*package\\s+[\\w.]+\\s*;");
    private static final Pattern SYMBOL =
            Pattern.compile("symbol:\\s+(?:class|variable|method)\\s+(\\w+)");
    private static final Pattern VARIABLE = Pattern.compile("symbol:\\s+variable\\s+(\\w+)");

    private static final Pattern PREDICTING = Pattern.compile("\\bpredict\\s*\\(");

    /** Methods whose cells only use what the cells above have declared. */
    private static final Pattern JUDGING = Pattern.compile("\\b(?:claim|check)\\s*\\(");

    private static final Pattern MISSING_PACKAGE =
            Pattern.compile("package [\\w.]+ does not exist");

    /** Advice on an exception whose message gives none. */
    static Optional<String> on(Throwable thrown) {
        var messages =
                CauseChain.of(thrown).map(Throwable::getMessage).map(String::valueOf).toList();
        if (messages.stream().anyMatch(message -> CLOSED.matcher(message).find())) {
            return Optional.of(REPLACED);
        }
        return messages.getFirst().contains(JMH_LIST) ? Optional.of(NO_RUNNER) : Optional.empty();
    }

    /** Advice on a statement that the compiler refused. */
    List<String> on(Snippet refused) {
        if (PACKAGE_LINE.matcher(refused.source()).lookingAt()) {
            return List.of(NO_PACKAGE);
        }
        var faults = faults(refused).toList();
        var known = faults.stream().flatMap(fault -> unusable(fault).stream()).distinct().toList();
        if (!known.isEmpty()) {
            return known;
        }
        return Stream.of(missingPackage(faults), notBegun(faults), notRun(refused, faults))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The error messages of the compiler. */
    Stream<String> faults(Snippet refused) {
        return shell.diagnostics(refused)
                .filter(Diag::isError)
                .map(fault -> fault.getMessage(Locale.ENGLISH));
    }

    private Optional<String> unusable(String fault) {
        return SYMBOL.matcher(fault)
                .results()
                .flatMap(found -> declaration(found.group(1)).stream())
                .map(new Unusable(shell, origins)::describe)
                .findFirst();
    }

    private Optional<DeclarationSnippet> declaration(String name) {
        return shell.snippets()
                .filter(DeclarationSnippet.class::isInstance)
                .map(DeclarationSnippet.class::cast)
                .filter(snippet -> snippet.name().equals(name))
                .filter(snippet -> Aftermath.isUnusable(shell.status(snippet)))
                .findFirst();
    }

    private static Optional<String> missingPackage(List<String> faults) {
        return faults.stream().anyMatch(fault -> MISSING_PACKAGE.matcher(fault).find())
                ? Optional.of(NO_LIBRARY)
                : Optional.empty();
    }

    /**
     * After a restart a learner continues in the middle of a notebook, where no name is known yet.
     */
    private Optional<String> notBegun(List<String> faults) {
        var isLabImported = shell.imports().anyMatch(one -> one.fullname().startsWith("lab."));
        return !isLabImported && faults.stream().anyMatch(fault -> fault.contains("cannot find"))
                ? Optional.of(NOT_BEGUN)
                : Optional.empty();
    }

    /** A claim or check cell after a restart: a cell further up declares what it uses. */
    private static Optional<String> notRun(Snippet refused, List<String> faults) {
        var line =
                JUDGING.matcher(refused.source()).find()
                        ? NOT_RUN
                        : PREDICTING.matcher(refused.source()).find() ? NOT_QUOTED : null;
        return Optional.ofNullable(line).flatMap(advice -> variable(faults).map(advice::formatted));
    }

    private static Optional<String> variable(List<String> faults) {
        return faults.stream()
                .flatMap(fault -> VARIABLE.matcher(fault).results())
                .map(found -> found.group(1))
                .findFirst();
    }
}
