package lab.bench.source;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lab.bench.source.CellSources.CellMethod;

/**
 * Writes the types that a benchmark uses, and the methods and types that these use, as ordinary
 * source files of package {@code nb}. A cell that no benchmark uses is left out, so that an error
 * in it does no harm.
 */
final class Manuscript {

    private static final String METHODS = "Notebook";
    private static final Pattern SINGLE_IMPORT =
            Pattern.compile(
                    "import\\s+(?:static\\s+)?[\\w.]+\\.(\\w+)\\s*(?:;.*)?", Pattern.DOTALL);

    private final CellSources cells;
    private final Map<String, String> types = new TreeMap<>();
    private final List<CellMethod> methods = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> calls = new HashSet<>();

    Manuscript(CellSources cells, Collection<String> roots) {
        this.cells = cells;
        roots.stream().filter(names::add).forEach(this::includeType);
    }

    private void includeType(String name) {
        var type = cells.types().get(name);
        if (type != null) {
            types.put(name, type);
            includeWhatIsUsedIn(type);
        }
    }

    private void includeMethods(String name) {
        for (var method : cells.methods()) {
            if (method.name().equals(name)) {
                methods.add(method);
                includeWhatIsUsedIn(method.source());
            }
        }
    }

    private void includeWhatIsUsedIn(String source) {
        var uses = Uses.of(source);
        uses.names().stream().filter(names::add).forEach(this::includeType);
        uses.calls().stream().filter(calls::add).forEach(this::includeMethods);
    }

    /** The files to compile, by the name of their type. */
    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        types.forEach((name, source) -> pages.put(name, page(name, source)));
        if (!methods.isEmpty()) {
            pages.put(methodsName(), methodsPage());
        }
        return pages;
    }

    private Page page(String name, String source) {
        var head = head() + "\n";
        var text = head + Declaration.publicType(source);
        return new Page(text, List.of(new Passage("class " + name, lines(head), source)));
    }

    private Page methodsPage() {
        var text = new StringBuilder(head()).append("\nfinal class ");
        text.append(methodsName()).append(" {\n");
        var passages = new ArrayList<Passage>();
        for (var method : methods) {
            var where = "method " + method.name();
            passages.add(new Passage(where, lines(text.toString()), method.source()));
            text.append(Declaration.publicStaticMethod(method.source())).append('\n');
        }
        return new Page(text.append("}\n").toString(), passages);
    }

    private String head() {
        var own =
                methods.stream()
                        .map(CellMethod::name)
                        .distinct()
                        .map(
                                n ->
                                        "import static %s.%s.%s;"
                                                .formatted(Compilation.PACKAGE, methodsName(), n));
        var used = cells.imports().stream().filter(this::isNeeded);
        return java.util.stream.Stream.concat(used, own)
                .collect(joining("\n", "package " + Compilation.PACKAGE + ";\n", ""));
    }

    /** A single import is needed if its name is used and no type of a cell has the same name. */
    private boolean isNeeded(String declaration) {
        var single = SINGLE_IMPORT.matcher(declaration);
        return !single.matches()
                || names.contains(single.group(1)) && !types.containsKey(single.group(1));
    }

    private String methodsName() {
        var name = METHODS;
        while (cells.types().containsKey(name)) {
            name += "_";
        }
        return name;
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
