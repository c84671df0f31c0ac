package lab.kernel;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Whether the parser accepts a statement, an expression or a declaration. JShell ends a statement
 * at its semicolon even if it makes no sense, and reports an error only when it runs it.
 */
final class Syntax {

    /** A place for each kind of code: a block, an expression, a member, a whole file. */
    private static final List<String> PLACES =
            List.of("class C {{%s\n}}", "class C {Object o = %s\n;}", "class C {%s\n}", "%s");

    private Syntax() {}

    static boolean isWrong(String snippet) {
        return PLACES.stream().noneMatch(place -> parses(place.formatted(snippet)));
    }

    private static boolean parses(String source) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var options = List.of("-proc:none");
        var sources = List.of(new Source(source));
        try {
            ((JavacTask) compiler.getTask(null, null, problems, options, null, sources)).parse();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return problems.getDiagnostics().stream()
                .noneMatch(problem -> problem.getKind() == Diagnostic.Kind.ERROR);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///C.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
