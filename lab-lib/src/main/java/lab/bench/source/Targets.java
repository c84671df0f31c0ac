package lab.bench.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lab.measure.CellCode;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** The classes whose benchmarks run, with the classes nested in them. */
final class Targets {

    static final String LIST = "META-INF/BenchmarkList";

    private final CellSources cells;
    private final List<Class<?>> classes;

    Targets(CellSources cells, List<Class<?>> classes) {
        if (classes.isEmpty()) {
            throw new BenchmarkRefused("no class was named; write bench(YourClass.class)");
        }
        this.cells = cells;
        this.classes = List.copyOf(classes);
        classes.forEach(this::requireKnown);
    }

    private void requireKnown(Class<?> type) {
        if (type.getCanonicalName() == null || type.isPrimitive() || type.isArray()) {
            throw new BenchmarkRefused(
                    type.getTypeName() + " cannot contain benchmarks; name a class");
        }
        if (CellCode.declares(type) && outermost(type).equals(Compilation.PACKAGE)) {
            throw new BenchmarkRefused(
                    "a class with benchmarks cannot be called nb: their package has that name;"
                            + " rename it");
        }
        if (CellCode.declares(type) && !cells.types().containsKey(outermost(type))) {
            throw new BenchmarkRefused(
                    "the source of %s is not known: run the cell that defines it again"
                            .formatted(CellCode.nameOf(type)));
        }
    }

    List<Class<?>> classes() {
        return classes;
    }

    /** The types of cells among them, by their outermost class. */
    Set<String> roots() {
        var roots = new LinkedHashSet<String>();
        classes.stream().filter(CellCode::declares).map(Targets::outermost).forEach(roots::add);
        return roots;
    }

    /** The benchmarks of these classes, once the classes of cells are compiled into a folder. */
    List<BenchmarkListEntry> benchmarks(Path folder) {
        var all = new ArrayList<BenchmarkListEntry>();
        for (var type : new LinkedHashSet<>(classes)) {
            var listed = CellCode.declares(type) ? inFolder(folder) : onClassPath(type);
            var own = listed.stream().filter(entry -> belongs(entry, type)).toList();
            if (own.isEmpty()) {
                throw new BenchmarkRefused(nothingIn(type));
            }
            inOrder(own, type).filter(entry -> !all.contains(entry)).forEach(all::add);
        }
        return all;
    }

    /** JMH lists benchmarks by name; a learner expects the order in which they were written. */
    private Stream<BenchmarkListEntry> inOrder(List<BenchmarkListEntry> listed, Class<?> type) {
        if (!CellCode.declares(type)) {
            return listed.stream();
        }
        var written = Declaration.methods(cells.types().get(outermost(type)));
        return listed.stream().sorted(Comparator.comparingInt(entry -> place(entry, written)));
    }

    /** A group has the name that its annotations give it, so it has no place among the methods. */
    private static int place(BenchmarkListEntry entry, List<String> written) {
        var name = entry.getUsername();
        int place = written.indexOf(name.substring(name.lastIndexOf('.') + 1));
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private static boolean belongs(BenchmarkListEntry entry, Class<?> type) {
        var name = jmhName(type);
        var owner = entry.getUserClassQName();
        return owner.equals(name) || owner.startsWith(name + ".");
    }

    private static String nothingIn(Class<?> type) {
        if (type.isRecord() || type.isEnum() || type.isInterface()) {
            return "%s is not a class, and JMH finds benchmarks in classes only; write a class"
                    .formatted(CellCode.nameOf(type));
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            return "%s is abstract: benchmarks run in a class that extends it; name that class"
                    .formatted(CellCode.nameOf(type));
        }
        var text =
                "%s has no benchmark: write @Benchmark above a public method"
                        .formatted(CellCode.nameOf(type));
        return CellCode.declares(type)
                ? text
                : text + " and compile it with JMH's annotation processor";
    }

    private static List<BenchmarkListEntry> inFolder(Path folder) {
        var list = folder.resolve(LIST);
        try (var lines = Files.exists(list) ? Files.lines(list) : Stream.<String>empty()) {
            return entries(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BenchmarkListEntry> onClassPath(Class<?> type) {
        var all = new ArrayList<BenchmarkListEntry>();
        try {
            var lists = loader(type).getResources(LIST);
            while (lists.hasMoreElements()) {
                var in = lists.nextElement().openStream();
                try (var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                    all.addAll(entries(reader.lines()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static ClassLoader loader(Class<?> type) {
        return Optional.ofNullable(type.getClassLoader())
                .orElse(ClassLoader.getSystemClassLoader());
    }

    private static List<BenchmarkListEntry> entries(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(BenchmarkListEntry::new)
                .toList();
    }

    private static String jmhName(Class<?> type) {
        return CellCode.declares(type)
                ? Compilation.PACKAGE + "." + CellCode.nameOf(type)
                : type.getCanonicalName();
    }

    private static String outermost(Class<?> type) {
        return CellCode.nameOf(type).split("\\.")[0];
    }
}
