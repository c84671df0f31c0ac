package lab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Enforces the structure of the library: imports point down, no package is in a cycle, each library
 * is used only in its packages, and no type has a meaningless name.
 */
class ArchitectureTest {

    private static final int LONGEST_FILE = 300;
    private static final String VAGUE = "(.*(Helper|Manager|Utils?|Impl))|Common|Misc";

    private static final Path KERNEL = Path.of("../build/kernel-classes");
    private static final JavaClasses LIBRARY =
            new ClassFileImporter()
                    .importPaths(
                            Stream.of(Path.of("target/classes"), KERNEL)
                                    .filter(Files::isDirectory)
                                    .toArray(Path[]::new));

    /** Only these packages, and those below them, may use these libraries. */
    private static final Map<String, Set<String>> OWNERS =
            Map.of(
                    "org.dflib.jjava", Set.of("lab.jupyter", "lab.kernel"),
                    "io.github.spencerpark", Set.of("lab.jupyter"),
                    "jdk.jshell", Set.of("lab.jupyter", "lab.kernel", "lab.bench.source"),
                    "org.knowm.xchart", Set.of("lab.chart"),
                    "java.awt", Set.of("lab.chart"),
                    "org.openjdk.jmh", Set.of("lab.bench"),
                    "org.HdrHistogram", Set.of("lab.measure"),
                    "org.h2", Set.of("lab.database"),
                    "org.postgresql", Set.of("lab.database"));

    @Test
    void importsPointDownOnly() {
        pointDown(Rooms::mayUse).check(LIBRARY);
    }

    @Test
    void anUpwardImportIsReportedInASentence() {
        var result = pointDown((user, used) -> !user.equals("lab.chart")).evaluate(LIBRARY);

        assertThat(result.getFailureReport().getDetails())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("lab.chart must not use lab.measure; it may"));
        assertThat(Rooms.mayUse("lab.pool", "lab.query")).isFalse();
        assertThat(Rooms.mayUse("lab.pool", "lab.wire")).isTrue();
        assertThat(Rooms.mayUse("lab.measure", "lab.chart")).isFalse();
        assertThat(Rooms.mayUse("lab.course", "lab.course.queries")).isTrue();
        assertThat(Rooms.mayUse("lab.course.queries", "lab.course.starthere")).isFalse();
        assertThat(Rooms.mayUse("lab.course.queries", "lab.jupyter")).isFalse();
    }

    @Test
    void noPackageIsInACycle() {
        slices().matching("lab.(**)").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void everyPackageHasAPositionInTheOrder() {
        assertThat(LIBRARY.stream().map(JavaClass::getPackageName).distinct())
                .isNotEmpty()
                .allMatch(Rooms::has);
        assertThat(Rooms.has("lab.util")).isFalse();
        assertThat(Rooms.has("lab.common")).isFalse();
        assertThat(Rooms.has("lab.course.queries.deep")).isFalse();
    }

    @Test
    void eachLibraryIsUsedOnlyInItsOwnPackages() {
        OWNERS.forEach((library, owners) -> usedBy(library, owners).check(LIBRARY));
    }

    @Test
    void aLibraryUsedInAnotherPackageIsReported() {
        var result = usedBy("org.knowm.xchart", Set.of("lab.pool")).evaluate(LIBRARY);

        assertThat(result.getFailureReport().getDetails()).isNotEmpty();
    }

    @Test
    void noTypeHasAMeaninglessName() {
        noClasses().should().haveNameMatching(".*\\.(" + VAGUE + ")").check(LIBRARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HttpHelper", "PoolManager", "Utils", "WireImpl", "Common"})
    void aMeaninglessNameIsReported(String name) {
        assertThat(name).matches(VAGUE);
    }

    /** They need the jar of the kernel, which Maven does not have: {@code ./lab} compiles them. */
    @Test
    void theSourcesOfTheKernelAreCheckedToo() {
        assumeThat(KERNEL).as("the kernel's own classes, compiled by ./lab").isDirectory();

        assertThat(LIBRARY.contain("lab.kernel.KernelMain")).isTrue();
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        for (var source : sources()) {
            assertThat(Files.readAllLines(source))
                    .as(source.toString())
                    .hasSizeLessThanOrEqualTo(LONGEST_FILE);
        }
    }

    private static ArchRule pointDown(BiPredicate<String, String> mayUse) {
        return classes().should(useOnly(mayUse)).as("imports point down only");
    }

    private static ArchCondition<JavaClass> useOnly(BiPredicate<String, String> mayUse) {
        return new ArchCondition<>("use only what is below them") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(edge -> isOurs(edge) && !mayUse.test(user(edge), used(edge)))
                        .map(edge -> SimpleConditionEvent.violated(edge, sentence(edge)))
                        .forEach(events::add);
            }
        };
    }

    private static boolean isOurs(Dependency edge) {
        return used(edge).startsWith("lab") && !used(edge).equals(user(edge));
    }

    private static String user(Dependency edge) {
        return edge.getOriginClass().getPackageName();
    }

    private static String used(Dependency edge) {
        return edge.getTargetClass().getBaseComponentType().getPackageName();
    }

    private static String sentence(Dependency edge) {
        return "%s must not use %s; it may use only %s: %s"
                .formatted(
                        user(edge),
                        used(edge),
                        new TreeSet<>(Rooms.allowed(user(edge))),
                        edge.getDescription());
    }

    private static ArchRule usedBy(String library, Set<String> owners) {
        var packages = owners.stream().map(owner -> owner + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat(
                        describe(
                                "are of " + library,
                                type -> type.getPackageName().startsWith(library)))
                .as("only %s may use %s".formatted(owners, library));
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            var all = files.filter(path -> path.toString().endsWith(".java")).toList();
            assertThat(all).isNotEmpty();
            return all;
        }
    }
}
