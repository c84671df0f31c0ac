package lab.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The environment variables that JJava documents, parsed as JJava parses them. */
record Settings(Map<String, String> environment) {

    private static final Pattern TIMEOUT = Pattern.compile("(-?\\d+)\\W*([A-Za-z]+)?");
    private static final Pattern OPTION = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Settings fromEnvironment() {
        return new Settings(System.getenv());
    }

    /** JJAVA_LOAD_EXTENSIONS: loads all extensions, unless it is empty, 0 or false. */
    boolean extensions() {
        var value = environment.getOrDefault("JJAVA_LOAD_EXTENSIONS", "1").strip();
        return !value.isEmpty() && !value.equals("0") && !value.equalsIgnoreCase("false");
    }

    /**
     * JJAVA_COMPILER_OPTS: options separated by spaces; an option that contains a space is in
     * quotes.
     */
    List<String> compilerOptions() {
        return OPTION.matcher(environment.getOrDefault("JJAVA_COMPILER_OPTS", ""))
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .toList();
    }

    /** JJAVA_CLASSPATH: paths and globs. */
    String classPath() {
        return environment.get("JJAVA_CLASSPATH");
    }

    /**
     * JJAVA_TIMEOUT, the time limit of one statement, such as "5000" (milliseconds) or "2 SECONDS";
     * a negative value means no limit.
     *
     * @throws IllegalArgumentException if the value has another form
     */
    Optional<Duration> timeout() {
        var value = environment.getOrDefault("JJAVA_TIMEOUT", "-1").strip();
        var found = TIMEOUT.matcher(value);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "JJAVA_TIMEOUT must be a number and a unit such as \"2 SECONDS\", not "
                            + value);
        }
        var unit = found.group(2) == null ? "MILLIS" : found.group(2).toUpperCase(Locale.ROOT);
        var timeout = Duration.of(Long.parseLong(found.group(1)), unitNamed(unit));
        return Optional.of(timeout).filter(Duration::isPositive);
    }

    /**
     * The texts of the files that JJAVA_STARTUP_SCRIPTS_PATH matches, then that of
     * JJAVA_STARTUP_SCRIPT.
     */
    List<String> startupSnippets(List<Path> scripts) throws IOException {
        var snippets = new ArrayList<String>();
        for (Path script : scripts) {
            if (Files.isRegularFile(script) && Files.isReadable(script)) {
                snippets.add(Files.readString(script));
            }
        }
        Optional.ofNullable(environment.get("JJAVA_STARTUP_SCRIPT")).ifPresent(snippets::add);
        return snippets;
    }

    /** JJAVA_STARTUP_SCRIPTS_PATH: paths and globs. */
    Optional<String> startupScripts() {
        return Optional.ofNullable(environment.get("JJAVA_STARTUP_SCRIPTS_PATH"))
                .filter(paths -> !paths.isBlank());
    }

    /** The names of {@code TimeUnit}, as JJava accepts them. */
    private static ChronoUnit unitNamed(String name) {
        return switch (name) {
            case "NANOSECONDS" -> ChronoUnit.NANOS;
            case "MICROSECONDS" -> ChronoUnit.MICROS;
            case "MILLISECONDS", "MILLIS" -> ChronoUnit.MILLIS;
            case "SECONDS", "MINUTES", "HOURS", "DAYS" -> ChronoUnit.valueOf(name);
            default -> throw new IllegalArgumentException("JJAVA_TIMEOUT has no unit " + name);
        };
    }
}
