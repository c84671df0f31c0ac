package lab.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * The effects of a cell on names of the notebook that its own output does not show: some names
 * cannot be used yet, some variables have lost their value because something else was declared
 * again. They are known only at the end of the cell, because a later statement may resolve them.
 */
final class Aftermath {

    private final List<String> said = new ArrayList<>();
    private final Set<DeclarationSnippet> declared = new LinkedHashSet<>();
    private final Map<Snippet, Snippet> causes = new LinkedHashMap<>();

    void begin() {
        said.clear();
        declared.clear();
        causes.clear();
    }

    /** Adds a note that does not come from an event of JShell. */
    void say(String note) {
        said.add(note);
    }

    void note(List<SnippetEvent> events) {
        events.forEach(this::note);
    }

    private void note(SnippetEvent event) {
        var isShaken = event.causeSnippet() != null;
        if (isShaken) {
            causes.put(event.snippet(), event.causeSnippet());
        }
        if (event.snippet() instanceof DeclarationSnippet declaration
                && !(isShaken && declaration instanceof VarSnippet)) {
            declared.add(declaration);
        }
    }

    /** What the learner declared again. Other declarations that use it may be in between. */
    private Snippet root(Snippet shaken) {
        var seen = new HashSet<Snippet>();
        var root = shaken;
        while (causes.containsKey(root) && seen.add(root)) {
            root = causes.get(root);
        }
        return root;
    }

    private Map<VarSnippet, Snippet> shaken() {
        var shaken = new LinkedHashMap<VarSnippet, Snippet>();
        causes.keySet().stream()
                .filter(VarSnippet.class::isInstance)
                .map(VarSnippet.class::cast)
                .forEach(variable -> shaken.put(variable, root(variable)));
        return shaken;
    }

    List<String> notes(JShell shell, CellClasses classes) {
        var notes = new ArrayList<>(said);
        notes.addAll(new Losses(shell, classes).of(shaken()));
        declared.stream()
                .filter(declaration -> isUnusable(shell.status(declaration)))
                .map(new Unusable(shell, classes.origins())::describe)
                .forEach(notes::add);
        return notes;
    }

    static boolean isUnusable(Status status) {
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }
}
