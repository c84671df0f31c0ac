package lab.bench.source;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;

/**
 * What a kernel lets its cells use beyond plain Java: preview features, modules and what they
 * export. A benchmark needs the same. Flags that change speed, such as those of the JIT compiler or
 * of the heap, are left out.
 *
 * @param compiler options of javac
 * @param jvm flags of java
 */
record Access(List<String> compiler, List<String> jvm) {

    private static final String PREVIEW = "--enable-preview";
    private static final Set<String> LANGUAGE = Set.of("--release", "--source", "--target");
    private static final Set<String> MODULES =
            Set.of(
                    "--add-modules",
                    "--add-exports",
                    "--add-reads",
                    "--limit-modules",
                    "--module-path",
                    "--patch-module");
    private static final Set<String> RUN_TIME = Set.of("--add-opens", "--enable-native-access");
    private static final Map<String, String> LONG_NAMES =
            Map.of("-source", "--source", "-target", "--target", "-p", "--module-path");

    /** The kernel opens JShell to itself; no benchmark needs that. */
    private static final String OF_THE_KERNEL = "=jdk.jshell/";

    /** Where JJava and IJava are told their options. */
    private static final List<String> VARIABLES =
            List.of("JJAVA_COMPILER_OPTS", "IJAVA_COMPILER_OPTS");

    private static final Pattern OPTION = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    Access {
        compiler = List.copyOf(compiler);
        jvm = List.copyOf(jvm);
    }

    /** Plain Java only. */
    static Access none() {
        return new Access(List.of(), List.of());
    }

    /** What the cells of this shell may use. It runs them in this process. */
    static Access of(JShell shell) {
        return of(
                options(shell, System.getenv()),
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    static Access of(List<String> options, List<String> flags) {
        var ofShell = joined(options);
        var compiler = ofShell.stream().filter(o -> isAny(o, LANGUAGE) || isAny(o, MODULES));
        var asked = ofShell.stream().filter(option -> isAny(option, MODULES));
        var ofKernel =
                joined(flags).stream()
                        .filter(flag -> isAny(flag, MODULES) || isAny(flag, RUN_TIME))
                        .filter(flag -> !flag.contains(OF_THE_KERNEL));
        return new Access(compiler.toList(), Stream.concat(asked, ofKernel).distinct().toList());
    }

    private static boolean isAny(String option, Set<String> names) {
        var name = option.split("=", 2)[0];
        return names.contains(name) || names == MODULES && name.equals(PREVIEW);
    }

    /** Each option as one word, with its value after a "=". */
    private static List<String> joined(List<String> options) {
        var joined = new ArrayList<String>();
        for (int i = 0; i < options.size(); i++) {
            var option = LONG_NAMES.getOrDefault(options.get(i), options.get(i));
            var needsValue = takesValue(option) && i + 1 < options.size();
            joined.add(needsValue ? option + "=" + options.get(++i) : option);
        }
        return joined;
    }

    private static boolean takesValue(String option) {
        return Stream.of(LANGUAGE, MODULES, RUN_TIME).anyMatch(names -> names.contains(option));
    }

    /** JShell does not tell its options, and not every kernel opens it to reflection. */
    static List<String> options(JShell shell, Map<String, String> environment) {
        try {
            var field = JShell.class.getDeclaredField("extraCompilerOptions");
            field.setAccessible(true);
            return ((List<?>) field.get(shell)).stream().map(String::valueOf).toList();
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return VARIABLES.stream()
                    .map(environment::get)
                    .filter(Objects::nonNull)
                    .flatMap(Access::words)
                    .toList();
        }
    }

    /** Options between blanks, in quotes where they contain some. */
    private static Stream<String> words(String text) {
        return OPTION.matcher(text)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2));
    }
}
