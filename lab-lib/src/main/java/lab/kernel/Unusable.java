package lab.kernel;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.VarSnippet;

/** Why a declaration that JShell has accepted cannot be used. */
record Unusable(JShell shell, Origins origins) {

    private static final Pattern TEXT_AND_COMMENTS =
            Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|//[^\n]*|/\\*.*?\\*/");

    String describe(DeclarationSnippet declaration) {
        var missing = missing(declaration);
        var why = missing.isEmpty() ? fault(declaration) : missing;
        return name(declaration) + " is not usable" + (missing.isEmpty() ? ": " : " yet: ") + why;
    }

    private static String name(DeclarationSnippet declaration) {
        return declaration.name() + (declaration instanceof MethodSnippet ? "()" : "");
    }

    private String missing(DeclarationSnippet declaration) {
        var names =
                shell.unresolvedDependencies(declaration)
                        .map(name -> name.substring(name.indexOf(' ') + 1))
                        .distinct()
                        .toList();
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.getFirst() + " is not defined" + lineOf(names.getFirst(), declaration);
            default ->
                    Sentences.list(
                                    names.stream()
                                            .map(name -> name + lineOf(name, declaration))
                                            .toList())
                            + " are not defined";
        };
    }

    /** JShell does not report where it has missed the name. */
    private String lineOf(String name, DeclarationSnippet declaration) {
        var code = TEXT_AND_COMMENTS.matcher(declaration.source()).replaceAll(Unusable::blank);
        var word = Pattern.compile("\\b" + Pattern.quote(name.split("\\W", 2)[0]) + "\\b");
        return word.matcher(code)
                .results()
                .findFirst()
                .map(found -> " (" + line(declaration, found.start()) + ")")
                .orElse("");
    }

    private static String blank(MatchResult text) {
        return text.group().replaceAll(".", " ");
    }

    private String fault(DeclarationSnippet declaration) {
        if (declaration instanceof VarSnippet) {
            return "something that it uses was declared again; run %s again"
                    .formatted(origins.cellsOf(List.of(declaration)));
        }
        return shell.diagnostics(declaration)
                .filter(Diag::isError)
                .findFirst()
                .map(fault -> sentence(fault, declaration))
                .orElse("JShell does not say why");
    }

    private String sentence(Diag fault, DeclarationSnippet declaration) {
        return "%s (%s)"
                .formatted(
                        Sentences.ofCompiler(fault.getMessage(Locale.ENGLISH)),
                        line(declaration, (int) fault.getPosition()));
    }

    private String line(DeclarationSnippet declaration, int position) {
        var origin = origins.of(declaration);
        var source = declaration.source();
        var above = source.substring(0, Math.clamp(position, 0, source.length()));
        int line = origin.after(above).linesAbove() + 1;
        return (origins.isOfRunningCell(origin.cell()) ? "" : origin.cell().name() + ", ")
                + "line "
                + line;
    }
}
