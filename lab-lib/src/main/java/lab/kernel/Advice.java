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

    private static final String NOT_KNOWN =
            "%s is not known in this kernel. Check its spelling, or run the cell above that"
                    + " declares it, then this one again.";

    private static final String NO_VARIABLE =
            "%s is not the name of a variable. Pass the variable that the cell above declares.";

    private static final String NUMBER_NOT_QUOTED =
            "Write the number between double quotes: %s(\"%s\"…).";

    private static final String NO_SEMICOLON =
            "End each statement of a cell with ; (only the last one, whose value is shown, can do"
                    + " without).";

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

    /** The place has a name only where the compiler looked inside a type, as for "length". */
    private static final Pattern ELSEWHERE = Pattern.compile("location:\\s+\\w+\\s+\\S");

    private static final Pattern LINE_END = Pattern.compile("\\h*(?://.*)?\\R");
    private static final Pattern PREDICTING = Pattern.compile("\\bpredict\\s*\\(");

    /** A number of a prediction or an exercise without its double quotes. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\b(predict|hint|solution|check|claims?)\\s*\\(\\s*'?"
                            + "(\\d{1,2}(?:\\.\\d)?)\\b");

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
        var begin = Stream.concat(missingPackage(faults).stream(), notBegun(faults).stream());
        var name =
                noSemicolon(refused)
                        .or(() -> numberNotQuoted(refused))
                        .or(() -> notKnown(refused, faults));
        return Stream.concat(begin, name.stream()).toList();
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

    /** Two statements in two lines, as when a learner removes the slashes before a hint. */
    private Optional<String> noSemicolon(Snippet refused) {
        return shell.diagnostics(refused)
                .filter(fault -> fault.getMessage(Locale.ENGLISH).equals("';' expected"))
                .map(fault -> refused.source().substring((int) fault.getPosition()))
                .filter(rest -> LINE_END.matcher(rest).lookingAt())
                .map(rest -> NO_SEMICOLON)
                .findFirst();
    }

    private static Optional<String> numberNotQuoted(Snippet refused) {
        return NUMBER.matcher(refused.source())
                .results()
                .map(found -> NUMBER_NOT_QUOTED.formatted(found.group(1), found.group(2)))
                .findFirst();
    }

    /** A cell further up declares it, and has not run in this kernel; or the name is misspelt. */
    private static Optional<String> notKnown(Snippet refused, List<String> faults) {
        return faults.stream()
                .filter(fault -> !ELSEWHERE.matcher(fault).find())
                .flatMap(fault -> SYMBOL.matcher(fault).results())
                .map(found -> advice(refused.source(), found.group(1)).formatted(found.group(1)))
                .findFirst();
    }

    private static String advice(String code, String name) {
        if (PREDICTING.matcher(code).find()) {
            return NOT_QUOTED;
        }
        if (!JUDGING.matcher(code).find()) {
            return NOT_KNOWN;
        }
        boolean isTypePassed =
                Character.isUpperCase(name.charAt(0))
                        && Pattern.compile("\\b" + name + "\\s*[,)]").matcher(code).find();
        return isTypePassed ? NO_VARIABLE : NOT_RUN;
    }
}
