package lab.bench.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a type or method of a cell refers to.
 *
 * @param names every simple name in it
 * @param calls the methods that are called by their simple name and that no class around the call
 *     declares
 */
record Uses(Set<String> names, Set<String> calls) {

    static Uses of(String source) {
        var uses = new Uses(new HashSet<>(), new HashSet<>());
        uses.new Scanner().scan(Declaration.inClass(source), null);
        return uses;
    }

    private final class Scanner extends TreeScanner<Void, Void> {

        private final ArrayDeque<Set<String>> declared = new ArrayDeque<>();

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            declared.push(methods(type));
            super.visitClass(type, nothing);
            declared.pop();
            return null;
        }

        private static Set<String> methods(ClassTree type) {
            return type.getMembers().stream()
                    .filter(MethodTree.class::isInstance)
                    .map(member -> ((MethodTree) member).getName().toString())
                    .collect(Collectors.toSet());
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof IdentifierTree method) {
                var name = method.getName().toString();
                if (declared.stream().noneMatch(methods -> methods.contains(name))) {
                    calls.add(name);
                }
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
            names.add(identifier.getName().toString());
            return null;
        }
    }
}
