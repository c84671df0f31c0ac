package lab.kernel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** The variables that have lost their value because something that they use was declared again. */
record Losses(JShell shell, CellClasses classes) {

    /**
     * @param shaken each variable with the declaration that was repeated
     */
    List<String> of(Map<VarSnippet, Snippet> shaken) {
        return shaken.keySet().stream()
                .filter(this::isLost)
                .collect(groupingBy(shaken::get, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(lost -> sentence(lost.getKey(), lost.getValue()))
                .toList();
    }

    private boolean isLost(VarSnippet variable) {
        return switch (shell.status(variable)) {
            case VALID -> isEmpty(variable);
            case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> true;
            default -> false;
        };
    }

    /** False if a later statement of the same cell has given it a value. */
    private boolean isEmpty(VarSnippet variable) {
        try {
            var field = classes.findClass(ClassName.of(variable)).getDeclaredField(variable.name());
            field.setAccessible(true);
            return isDefault(field.get(null));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
            return false;
        }
    }

    private static boolean isDefault(Object value) {
        return switch (value) {
            case null -> true;
            case Boolean truth -> !truth;
            case Character character -> character == 0;
            case Number number -> number.doubleValue() == 0;
            default -> false;
        };
    }

    private String sentence(Snippet cause, List<VarSnippet> lost) {
        var names = lost.stream().map(PersistentSnippet::name).distinct().toList();
        return "%s was declared again, so %s lost %s: run %s again."
                .formatted(
                        ((PersistentSnippet) cause).name(),
                        Sentences.list(names),
                        names.size() == 1 ? "its value" : "their values",
                        classes.origins().cellsOf(lost));
    }
}
