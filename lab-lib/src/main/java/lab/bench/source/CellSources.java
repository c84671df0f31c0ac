package lab.bench.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/**
 * What the notebook's cells define now. Of a definition that was replaced only the newest counts.
 */
public final class CellSources {

    /** A method at the top level of a cell. */
    record CellMethod(String name, String source) {}

    private final List<String> imports;
    private final Map<String, String> types;
    private final List<CellMethod> methods;
    private final Set<String> variables;
    private final Access access;

    private CellSources(JShell shell) {
        imports = shell.imports().map(Snippet::source).map(String::strip).toList();
        types = new LinkedHashMap<>();
        shell.types().forEach(type -> types.put(type.name(), type.source().strip()));
        methods = shell.methods().map(m -> new CellMethod(m.name(), m.source().strip())).toList();
        variables = shell.variables().map(VarSnippet::name).collect(Collectors.toSet());
        access = Access.of(shell);
    }

    private CellSources() {
        imports = List.of();
        types = Map.of();
        methods = List.of();
        variables = Set.of();
        access = Access.none();
    }

    /** No cells: only classes of the class path can be measured. */
    public static CellSources none() {
        return new CellSources();
    }

    /** The active definitions of a shell. */
    public static CellSources of(JShell shell) {
        return new CellSources(shell);
    }

    /** Import declarations, in the order in which they were made. */
    List<String> imports() {
        return imports;
    }

    /** The source of each class, record, enum, interface or annotation type by its name. */
    Map<String, String> types() {
        return types;
    }

    /** The top-level methods, overloads included. */
    List<CellMethod> methods() {
        return methods;
    }

    /** The names of the notebook's variables, which no benchmark can see. */
    Set<String> variables() {
        return variables;
    }

    /** What the cells may use beyond plain Java. */
    Access access() {
        return access;
    }
}
