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
 * What the notebook's cells define at this moment, as source text. Of a type or method that was
 * defined again only the newest definition counts.
 *
 * @param imports import declarations, in the order in which they were made
 * @param types the source of each class, record, enum or interface by its name
 * @param methods the top-level methods, overloads included
 * @param variables the names of the notebook's variables, which no benchmark can see
 */
public record CellSources(
        List<String> imports,
        Map<String, String> types,
        List<CellMethod> methods,
        Set<String> variables) {

    /** A method typed at the top level of a cell. */
    public record CellMethod(String name, String source) {}

    public CellSources {
        imports = List.copyOf(imports);
        types = Map.copyOf(types);
        methods = List.copyOf(methods);
        variables = Set.copyOf(variables);
    }

    /** No cells at all: only classes of the class path can be measured. */
    public static CellSources none() {
        return new CellSources(List.of(), Map.of(), List.of(), Set.of());
    }

    /** The active definitions of a shell, without the empty lines that stood before them. */
    public static CellSources of(JShell shell) {
        var types = new LinkedHashMap<String, String>();
        shell.types().forEach(type -> types.put(type.name(), type.source().strip()));
        return new CellSources(
                shell.imports().map(Snippet::source).map(String::strip).toList(),
                types,
                shell.methods().map(m -> new CellMethod(m.name(), m.source().strip())).toList(),
                shell.variables().map(VarSnippet::name).collect(Collectors.toSet()));
    }
}
