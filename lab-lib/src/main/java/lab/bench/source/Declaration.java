package lab.bench.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** The syntax tree of one type or method of a cell, and its source as a public declaration. */
final class Declaration {

    /** Every syntax of this Java is read; what the kernel allows is for the compiler to decide. */
    private static final List<String> TOLERANT =
            List.of("-proc:none", "--enable-preview", "--source=" + Runtime.version().feature());

    private static final Pattern ACCESS =
            Pattern.compile("\\b(public|protected|private|static|final)\\b");
    private static final Pattern TYPE_ACCESS =
            Pattern.compile("\\b(public|protected|private|static)\\b");

    private final String text;
    private final CompilationUnitTree unit;
    private final Trees trees;

    private Declaration(String text) {
        this.text = text;
        var file = new SourceFile("Cell", text);
        var task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(null, null, ignored -> {}, TOLERANT, null, List.of(file));
        try {
            unit = task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        trees = Trees.instance(task);
    }

    /** The type's source as a public top-level type, with the same lines. */
    static String publicType(String source) {
        var parsed = new Declaration(source);
        for (var tree : parsed.unit.getTypeDecls()) {
            if (tree instanceof ClassTree type) {
                return parsed.with("public ", type, type.getModifiers());
            }
        }
        return source;
    }

    /** The method's source as a public static member, with the same lines. */
    static String publicStaticMethod(String source) {
        var before = "class Cell{";
        var parsed = new Declaration(before + source + "\n}");
        for (var tree : parsed.unit.getTypeDecls()) {
            for (var member : ((ClassTree) tree).getMembers()) {
                if (member instanceof MethodTree method) {
                    var changed = parsed.with("public static ", method, method.getModifiers());
                    return changed.substring(before.length(), changed.length() - 2);
                }
            }
        }
        return "public static " + source;
    }

    /** The names of all methods in a type and in those nested in it, in the order of the source. */
    static List<String> methods(String source) {
        var names = new ArrayList<String>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                names.add(method.getName().toString());
                return super.visitMethod(method, unused);
            }
        }.scan(new Declaration(source).unit, null);
        return names;
    }

    /** The tree of a type or method inside a class. */
    static Tree inClass(String source) {
        return new Declaration("class Cell{" + source + "\n}").unit;
    }

    private String with(String access, Tree declaration, ModifiersTree modifiers) {
        int start = start(declaration);
        int end = Math.max(start, end(modifiers) - (isAnnotation(declaration) ? 1 : 0));
        var kept = new StringBuilder(text.substring(start, end));
        var plain = withoutAnnotations(start, kept.toString(), modifiers);
        var flags = (declaration instanceof MethodTree ? ACCESS : TYPE_ACCESS).matcher(plain);
        while (flags.find()) {
            kept.replace(flags.start(), flags.end(), " ".repeat(flags.end() - flags.start()));
        }
        var gap = kept.isEmpty() ? "" : " ";
        return text.substring(0, start) + kept + gap + access + text.substring(end);
    }

    private String withoutAnnotations(int start, String text, ModifiersTree modifiers) {
        var plain = new StringBuilder(text);
        for (var annotation : modifiers.getAnnotations()) {
            int from = start(annotation) - start;
            int to = end(annotation) - start;
            plain.replace(from, to, " ".repeat(to - from));
        }
        return plain.toString();
    }

    /** Its modifiers end with the @ of "@interface", as the compiler sees it. */
    private static boolean isAnnotation(Tree declaration) {
        return declaration.getKind() == Tree.Kind.ANNOTATION_TYPE;
    }

    private int end(Tree tree) {
        return (int) trees.getSourcePositions().getEndPosition(unit, tree);
    }

    private int start(Tree tree) {
        return (int) trees.getSourcePositions().getStartPosition(unit, tree);
    }
}
