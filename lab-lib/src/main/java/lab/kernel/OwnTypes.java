package lab.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;

/**
 * A type of the notebook hides an import of the same simple name. JShell would keep both, and after
 * that no cell would compile.
 */
record OwnTypes(JShell shell) {

    /** Why this import must not run; empty if it may. */
    Optional<String> refusal(String code) {
        return !code.contains("import ") || shell.types().findAny().isEmpty()
                ? Optional.empty()
                : shell.sourceCodeAnalysis().sourceToSnippets(code).stream()
                        .filter(OwnTypes::isOfOneName)
                        .map(ImportSnippet.class::cast)
                        .filter(this::isHidden)
                        .map(OwnTypes::refusal)
                        .findFirst();
    }

    private boolean isHidden(ImportSnippet imported) {
        return shell.types().anyMatch(own -> own.name().equals(imported.name()));
    }

    private static String refusal(ImportSnippet imported) {
        return "%s was not imported, because %s is a type of this notebook. %s"
                .formatted(imported.fullname(), imported.name(), wayOut(imported));
    }

    /**
     * Drops the imports that a new type hides.
     *
     * @param effects receives everything else that this changes
     */
    List<String> hide(Snippet added, Consumer<List<SnippetEvent>> effects) {
        return added instanceof TypeDeclSnippet own && shell.status(own).isActive()
                ? shell
                        .imports()
                        .filter(OwnTypes::isOfOneName)
                        .filter(imported -> imported.name().equals(own.name()))
                        .toList()
                        .stream()
                        .map(imported -> drop(imported, effects))
                        .toList()
                : List.of();
    }

    private String drop(ImportSnippet imported, Consumer<List<SnippetEvent>> effects) {
        effects.accept(shell.drop(imported));
        return "%s is a type of this notebook now, so the import of %s was dropped. %s"
                .formatted(imported.name(), imported.fullname(), wayOut(imported));
    }

    private static String wayOut(ImportSnippet imported) {
        return "To use both, rename your type or write " + imported.fullname() + " in full.";
    }

    private static boolean isOfOneName(Snippet snippet) {
        return snippet.subKind() == SubKind.SINGLE_TYPE_IMPORT_SUBKIND
                || snippet.subKind() == SubKind.SINGLE_STATIC_IMPORT_SUBKIND;
    }
}
