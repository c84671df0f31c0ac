package lab.kernel;

import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import lab.kernel.Origins.Origin;

/** Runs a cell statement by statement. */
final class Statements {

    private static final Pattern RETURN = Pattern.compile("return\\b");
    private static final String RETURN_SHOWS_NOTHING =
            "return does nothing outside a method. To show a value, write it alone, without return"
                    + " and without a semicolon.";

    private final CellControl control;
    private final Origins origins;
    private final Aftermath aftermath = new Aftermath();
    private CellText cell = new CellText(0, "");
    private boolean isWithin;

    Statements(CellControl control) {
        this.control = control;
        this.origins = control.classes().origins();
    }

    /** Everything that runs until the next call belongs to this cell. */
    void begin(CellText cell) {
        this.cell = cell;
        origins.begin(cell);
        aftermath.begin();
    }

    /** The effects of the cell on names of the notebook, one sentence each. */
    List<String> notes(JShell shell) {
        return aftermath.notes(shell, control.classes());
    }

    /**
     * Returns the value of the last statement, or null.
     *
     * @param code the cell, or code that a magic command in the cell runs
     */
    Object run(JShell shell, String code) {
        if (!isWithin) {
            return runWhole(shell, code);
        }
        var outer = origins.current();
        try {
            return run(shell, code, partOf(cell, code));
        } finally {
            origins.begin(shell, outer);
        }
    }

    /** Magic commands have been replaced, but each line has kept its number. */
    private Object runWhole(JShell shell, String code) {
        isWithin = true;
        try {
            return run(shell, code, new Origin(cell, 0));
        } finally {
            isWithin = false;
        }
    }

    private static Origin partOf(CellText cell, String code) {
        int begin = cell.code().indexOf(code);
        return begin < 0
                ? new Origin(new CellText(cell.number(), code), 0)
                : new Origin(cell, 0).after(cell.code().substring(0, begin));
    }

    private Object run(JShell shell, String code, Origin whole) {
        Object value = null;
        var next = first(shell, code);
        for (int begin = 0; next.completeness().isComplete(); ) {
            origins.begin(shell, whole.after(code.substring(0, firstOf(code, begin))));
            value = runOne(shell, next.source());
            begin = code.length() - next.remaining().length();
            next = first(shell, next.remaining());
        }
        if (next.completeness() != Completeness.EMPTY) {
            throw new Incomplete(next.remaining().strip());
        }
        return value;
    }

    private static CompletionInfo first(JShell shell, String code) {
        try {
            return shell.sourceCodeAnalysis().analyzeCompletion(code);
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            throw new CompilerFailure(failure);
        }
    }

    /** JShell does not count the blank lines above a statement. */
    private static int firstOf(String code, int begin) {
        int first = begin;
        while (first < code.length() && Character.isWhitespace(code.charAt(first))) {
            first++;
        }
        return first;
    }

    private Object runOne(JShell shell, String code) {
        if (control.isInterrupted()) {
            throw new CellStopped();
        }
        var ownTypes = new OwnTypes(shell);
        var refusal = ownTypes.refusal(code);
        if (refusal.isPresent()) {
            aftermath.say(refusal.get());
            return null;
        }
        var events = compileAndRun(shell, code.strip());
        events.stream().map(SnippetEvent::snippet).forEach(origins::of);
        aftermath.note(events);
        ownTypes.hide(events.getFirst().snippet(), aftermath::note).forEach(aftermath::say);
        if (RETURN.matcher(code.strip()).lookingAt()) {
            aftermath.say(RETURN_SHOWS_NOTHING);
        }
        var value = valueOf(shell, events);
        events.stream().filter(event -> event.causeSnippet() == null).forEach(this::check);
        return value;
    }

    private static List<SnippetEvent> compileAndRun(JShell shell, String code) {
        try {
            return shell.eval(code);
        } catch (RuntimeException | StackOverflowError | InternalError | AssertionError failure) {
            throw new CompilerFailure(failure);
        }
    }

    private Object valueOf(JShell shell, List<SnippetEvent> events) {
        Object value = null;
        for (SnippetEvent event : events) {
            if (event.status() == Status.OVERWRITTEN) {
                drop(shell, event.snippet());
            } else if (event.value() != null) {
                value = valueOf(event);
            }
        }
        return value;
    }

    private void drop(JShell shell, Snippet replaced) {
        var name = ClassName.of(replaced);
        shell.drop(replaced);
        if (shell.snippets().map(ClassName::of).noneMatch(name::equals)) {
            control.classes().unload(name);
        }
    }

    private Object valueOf(SnippetEvent event) {
        var kind = event.snippet().subKind();
        if (!kind.isExecutable()) {
            return null;
        }
        var value = control.take(event.value());
        return switch (kind) {
            case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> value;
            default -> null;
        };
    }

    private void check(SnippetEvent event) {
        if (event.exception() != null) {
            throw new CellFailure(control.thrown());
        }
        var status = event.status();
        if (status != Status.RECOVERABLE_NOT_DEFINED && !status.isDefined()) {
            throw new Refused(event);
        }
        if (isLost(event.snippet(), status)) {
            throw new CompilerFailure();
        }
    }

    /** JShell takes a crash of the compiler without any message for success. */
    private boolean isLost(Snippet snippet, Status status) {
        return status == Status.VALID
                && snippet.kind() != Kind.IMPORT
                && !control.classes().knows(ClassName.of(snippet));
    }
}
