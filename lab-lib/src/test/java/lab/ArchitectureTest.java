package lab;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library keeps its shape: imports point down, and nothing is named after what it is not. */
class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LONGEST_FILE = 300;

    private static final Set<String> SUBJECTS =
            Set.of(
                    "eventloop",
                    "threads",
                    "async",
                    "pool",
                    "query",
                    "stream",
                    "json",
                    "cache",
                    "memory",
                    "http",
                    "cluster",
                    "monitor",
                    "jit");

    /** What a subject may stand on. */
    private static final Set<String> BELOW_SUBJECTS =
            Set.of("measure", "wire", "load", "dataset", "database");

    private static final Map<String, Set<String>> BELOW =
            Map.ofEntries(
                    entry("jupyter", Set.of("chart", "exercise", "measure")),
                    entry("exercise", Set.of("measure")),
                    entry("chart", Set.of("measure")),
                    entry("bench", Set.of("measure")),
                    entry("load", Set.of("measure")),
                    entry("profile", Set.of("measure")),
                    entry("dataset", Set.of("measure")),
                    entry("database", Set.of("measure", "wire", "dataset")),
                    entry("measure", Set.of()),
                    entry("wire", Set.of()));

    /** Only these packages may name these libraries. */
    private static final Map<String, String> OWNERS =
            Map.of(
                    "org.dflib.jjava", "jupyter",
                    "io.github.spencerpark", "jupyter",
                    "org.knowm.xchart", "chart",
                    "org.openjdk.jmh", "bench");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern NAMED = Pattern.compile("\\blab\\.([a-z]+)\\.[\\w*]");
    private static final Pattern VAGUE =
            Pattern.compile("(.*(Helper|Manager|Utils?|Impl))|Common|Misc");

    private record Source(String pkg, Path path, String code) {

        static Source of(Path path) {
            var folder = SOURCES.resolve("lab").relativize(path).getParent();
            try {
                var code = COMMENT.matcher(Files.readString(path)).replaceAll("");
                return new Source(folder == null ? "" : folder.getName(0).toString(), path, code);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String type() {
            return path.getFileName().toString().replace(".java", "");
        }
    }

    @Test
    void importsPointDownOnly() {
        assertThat(sources().stream().flatMap(ArchitectureTest::forbiddenEdges)).isEmpty();
    }

    @Test
    void aForbiddenImportIsNamedInASentence() {
        var wrong = source("chart", "import lab.bench.Bench;\n/** lab.load.Load is fine here */");

        assertThat(forbiddenEdges(wrong))
                .containsExactly(
                        "Wrong.java: lab.chart must not use lab.bench;"
                                + " it may use only [measure] (imports point down)");
        assertThat(forbiddenEdges(source("measure", "var x = lab.chart.Figure.of(m);"))).hasSize(1);
        assertThat(forbiddenEdges(source("pool", "import static lab.course.Deck.*;"))).hasSize(1);
        assertThat(forbiddenEdges(source("pool", "import lab.wire.Wire;"))).isEmpty();
        assertThat(forbiddenEdges(source("course", "import lab.jupyter.Live;"))).hasSize(1);
        assertThat(forbiddenEdges(source("course", "import lab.pool.Borrower;"))).isEmpty();
        assertThat(forbiddenEdges(source("", "import lab.jupyter.Live;"))).isEmpty();
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(sources().stream().map(Source::pkg).filter(ArchitectureTest::isUnplaced))
                .isEmpty();
        assertThat(isUnplaced("util")).isTrue();
        assertThat(isUnplaced("common")).isTrue();
    }

    @Test
    void eachLibraryIsNamedInOnePackageOnly() {
        assertThat(sources().stream().flatMap(ArchitectureTest::strayLibraries)).isEmpty();
        assertThat(strayLibraries(source("pool", "import org.knowm.xchart.XYChart;"))).hasSize(1);
    }

    @Test
    void noTypeIsNamedAfterNothing() {
        assertThat(sources().stream().map(Source::type).filter(ArchitectureTest::isVague))
                .isEmpty();
        assertThat(Stream.of("HttpHelper", "PoolManager", "Utils", "WireImpl"))
                .allMatch(ArchitectureTest::isVague);
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        for (var source : sources()) {
            assertThat(Files.readAllLines(source.path()))
                    .as(source.path().toString())
                    .hasSizeLessThanOrEqualTo(LONGEST_FILE);
        }
    }

    private static Stream<String> forbiddenEdges(Source source) {
        return NAMED.matcher(source.code())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .filter(used -> !mayUse(source.pkg(), used))
                .map(
                        used ->
                                ("%s: lab.%s must not use lab.%s; it may use only %s"
                                                + " (imports point down)")
                                        .formatted(
                                                source.path().getFileName(),
                                                source.pkg(),
                                                used,
                                                new TreeSet<>(below(source.pkg()))));
    }

    private static boolean mayUse(String user, String used) {
        return user.isEmpty() || user.equals(used) || below(user).contains(used);
    }

    private static Set<String> below(String pkg) {
        if (pkg.equals("course")) {
            var all = new TreeSet<>(SUBJECTS);
            all.addAll(BELOW_SUBJECTS);
            all.addAll(Set.of("exercise", "bench", "profile"));
            return all;
        }
        return SUBJECTS.contains(pkg) ? BELOW_SUBJECTS : BELOW.getOrDefault(pkg, Set.of());
    }

    private static boolean isUnplaced(String pkg) {
        return !pkg.isEmpty()
                && !pkg.equals("course")
                && !SUBJECTS.contains(pkg)
                && !BELOW.containsKey(pkg);
    }

    private static Stream<String> strayLibraries(Source source) {
        return OWNERS.entrySet().stream()
                .filter(owner -> !owner.getValue().equals(source.pkg()))
                .filter(owner -> source.code().contains(owner.getKey()))
                .map(
                        owner ->
                                "%s names %s; only lab.%s may"
                                        .formatted(
                                                source.path(), owner.getKey(), owner.getValue()));
    }

    private static boolean isVague(String type) {
        return VAGUE.matcher(type).matches();
    }

    private static Source source(String pkg, String code) {
        return new Source(pkg, Path.of("Wrong.java"), COMMENT.matcher(code).replaceAll(""));
    }

    private static List<Source> sources() {
        try (var files = Files.walk(SOURCES)) {
            var all = files.filter(path -> path.toString().endsWith(".java")).toList();
            assertThat(all).isNotEmpty();
            return all.stream().map(Source::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
