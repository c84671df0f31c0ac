package lab.bench.source;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import lab.measure.Scratch;

/** Explains compile errors by the lines that the learner wrote. */
final class Diagnosis {

    private static final int SHOWN = 5;
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "%s\\.(\\w+)\\.(?:\\w+\\.)*(\\w+) is not public"
                            .formatted(Compilation.PACKAGE));

    private final Map<String, Page> pages;
    private final Set<String> variables;
    private final Set<String> blamed = new LinkedHashSet<>();

    Diagnosis(Map<String, Page> pages, Set<String> variables) {
        this.pages = pages;
        this.variables = variables;
    }

    BenchmarkRefused of(List<? extends Diagnostic<? extends JavaFileObject>> errors) {
        errors.forEach(Diagnosis::requireSpace);
        var lines = errors.stream().map(this::line).distinct().limit(SHOWN).collect(joining("\n"));
        var why = blamed.stream().map(Diagnosis::explain).collect(joining());
        var more = errors.size() > SHOWN ? "\n… and more" : "";
        return new BenchmarkRefused("the benchmark does not compile:\n" + lines + more + why);
    }

    private static void requireSpace(Diagnostic<?> error) {
        if (error.getCode().equals("compiler.err.cant.write")
                || error.getMessage(Locale.ENGLISH).contains("error while writing")) {
            throw new BenchmarkRefused(
                    Scratch.noSpace(error.getMessage(Locale.ENGLISH).lines().findFirst().get()));
        }
    }

    private String line(Diagnostic<? extends JavaFileObject> error) {
        var message =
                error.getMessage(Locale.ENGLISH)
                        .lines()
                        .map(line -> line.strip().replaceAll("\\s+", " "))
                        .toList();
        var text = String.join(" ", message);
        if (error.getSource() == null) {
            return text;
        }
        var page = pages.get(typeOf(error.getSource()));
        if (page == null) {
            return hidden(text).orElse(text);
        }
        blame(error, page.text());
        return page.at(error.getLineNumber())
                .map(passage -> inPassage(passage, error.getLineNumber(), message))
                .orElse(text);
    }

    /** Code that JMH generates is in another package and does not show the learner's lines. */
    private Optional<String> hidden(String error) {
        var hidden = HIDDEN.matcher(error);
        return hidden.find()
                ? declared(hidden.group(2), pages.get(hidden.group(1)))
                : Optional.empty();
    }

    private static Optional<String> declared(String type, Page page) {
        var declaration = Pattern.compile("\\b(class|enum|record|interface)\\s+" + type + "\\b");
        var why = List.of("JMH cannot use %s because it is not public; add public".formatted(type));
        var lines = page.text().lines().toList();
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> declaration.matcher(lines.get(line - 1)).find())
                .boxed()
                .findFirst()
                .flatMap(line -> page.at(line).map(passage -> inPassage(passage, line, why)));
    }

    private static String inPassage(Passage passage, long line, List<String> message) {
        var said = message.stream().filter(m -> !m.startsWith("location:"));
        return "%s: %s%n    %s"
                .formatted(passage.place(line), said.collect(joining(", ")), passage.line(line));
    }

    private void blame(Diagnostic<?> error, String text) {
        int start = (int) error.getStartPosition();
        int end = (int) error.getEndPosition();
        if (error.getCode().startsWith("compiler.err.cant.resolve") && start >= 0 && end > start) {
            var name = text.substring(start, end);
            if (variables.contains(name)) {
                blamed.add(name);
            }
        }
    }

    private static String explain(String variable) {
        return """

        `%1$s` is a variable of another cell. A benchmark runs in a separate process, which does not
        have the variables of the notebook. Make `%1$s` a field of a @State class and set it in a
        @Setup method, or make it a @Param.\
        """
                .formatted(variable);
    }

    private static String typeOf(JavaFileObject source) {
        var path = source.toUri().getPath();
        return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    }
}
