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
 * Which line of which cell everything came from that JShell has compiled. JShell itself counts
 * lines within a statement, and knows only the last of several definitions of one name.
 */
final class Origins {

    /** The first line of a snippet. */
    record Origin(CellText cell, int linesAbove) {

        /** Where the rest begins after this part. */
        Origin after(String part) {
            return new Origin(cell, linesAbove + CellText.linesIn(part));
        }
    }

    private static final Origin NONE = new Origin(new CellText(0, ""), 0);

    /** Overloaded methods of several cells may be compiled into one class. */
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

    /** From now on snippets begin there. */
    void begin(JShell shell, Origin origin) {
        this.shell = shell;
        this.current = origin;
    }

    Origin current() {
        return current;
    }

    /** A snippet that JShell has not loaded may be loaded by a later cell. */
    synchronized Origin of(Snippet snippet) {
        return ofSnippets.computeIfAbsent(snippet, added -> current);
    }

    /** The cell that a frame is in, if it is known and only one. */
    Optional<CellText> of(StackTraceElement frame) {
        return Optional.ofNullable(ofClasses.get(frame.getClassName()))
                .map(lines -> lines.get(frame.getLineNumber()))
                .filter(cell -> cell != SEVERAL);
    }

    /** As in "cells [2], [5]". */
    String cellsOf(List<? extends Snippet> snippets) {
        var numbers =
                snippets.stream().map(snippet -> of(snippet).cell().number()).distinct().sorted();
        var list = numbers.map(number -> "[" + number + "]").collect(joining(", "));
        return (list.contains(",") ? "cells " : "cell ") + list;
    }

    /**
     * Why something that was called cannot be used.
     *
     * @param id what JShell calls it
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

    /** What the debug information of a class that JShell compiled has to say. */
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
