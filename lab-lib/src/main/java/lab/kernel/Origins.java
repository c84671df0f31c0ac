package lab.kernel;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Knows the cell and the line of everything that JShell has compiled. JShell itself counts lines
 * within a statement, and knows only the last definition of a name.
 */
final class Origins {

    /** The cell of a snippet, and how many lines of the cell are above the snippet. */
    record Origin(CellText cell, int linesAbove) {

        /** The origin of the code that follows this part. */
        Origin after(String part) {
            return new Origin(cell, linesAbove + CellText.linesIn(part));
        }
    }

    private static final Origin NONE = new Origin(new CellText(0, ""), 0);

    /** For lines of overloaded methods: several cells may be compiled into one class. */
    private static final CellText SEVERAL = new CellText(0, "");

    private final Map<Snippet, Origin> ofSnippets = new WeakHashMap<>();
    private final Map<String, Map<Integer, CellText>> ofClasses = new ConcurrentHashMap<>();
    private volatile CellText running = NONE.cell();
    private volatile Origin current = NONE;
    private volatile JShell shell;

    void begin(CellText cell) {
        running = cell;
    }

    boolean isOfRunningCell(CellText text) {
        return text.number() == running.number();
    }

    /** The next snippets begin there. */
    void begin(JShell shell, Origin origin) {
        this.shell = shell;
        this.current = origin;
    }

    Origin current() {
        return current;
    }

    /** JShell may load a snippet only when it runs a later cell. */
    synchronized Origin of(Snippet snippet) {
        return ofSnippets.computeIfAbsent(snippet, added -> current);
    }

    /** The cell of a stack frame, if it is known and there is only one. */
    Optional<CellText> of(StackTraceElement frame) {
        return Optional.ofNullable(ofClasses.get(frame.getClassName()))
                .map(lines -> lines.get(frame.getLineNumber()))
                .filter(cell -> cell != SEVERAL);
    }

    /** Such as "cells [2], [5]". */
    String cellsOf(List<? extends Snippet> snippets) {
        var numbers =
                snippets.stream().map(snippet -> of(snippet).cell().number()).distinct().sorted();
        var list = numbers.map(number -> "[" + number + "]").collect(joining(", "));
        return (list.contains(",") ? "cells " : "cell ") + list;
    }

    /**
     * Why the snippet that was called cannot be used.
     *
     * @param id the id that JShell gave to the snippet
     */
    String whyUnusable(int id) {
        return shell.snippets()
                .filter(DeclarationSnippet.class::isInstance)
                .map(DeclarationSnippet.class::cast)
                .filter(snippet -> snippet.id().equals(String.valueOf(id)))
                .reduce((older, newer) -> newer)
                .map(new Unusable(shell, this)::describe)
                .orElse("something that is not defined was used");
    }

    void forget(String className) {
        ofClasses.remove(className);
    }

    /** The debug information of a class that JShell has compiled. */
    Optional<CellLines> linesOf(String className) {
        return Optional.ofNullable(shell)
                .flatMap(shell -> SnippetLines.of(shell, className))
                .map(lines -> linesOf(className, lines));
    }

    private CellLines linesOf(String className, SnippetLines lines) {
        var cells = new ConcurrentHashMap<Integer, CellText>();
        ofClasses.put(className, cells);
        return new CellLines(of(lines, 1).cell().name(), line -> place(lines, line, cells));
    }

    private int place(SnippetLines lines, int compiled, Map<Integer, CellText> cells) {
        var origin = of(lines, compiled);
        int line = lines.lineInSnippet(compiled) + origin.linesAbove();
        cells.merge(line, origin.cell(), (one, other) -> one == other ? one : SEVERAL);
        return line;
    }

    private Origin of(SnippetLines lines, int line) {
        return lines.snippet(line).map(this::of).orElse(current);
    }
}
