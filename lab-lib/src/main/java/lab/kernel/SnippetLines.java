package lab.kernel;

import java.lang.reflect.Method;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Maps lines that JShell has compiled to lines of its snippets. JShell has no public API for this:
 * in a JDK whose internals differ, the lines stay as they are.
 */
final class SnippetLines {

    private final Object wrapper;
    private final Method snippet;
    private final Method line;

    private SnippetLines(Object wrapper) throws ReflectiveOperationException {
        this.wrapper = wrapper;
        this.snippet = method(wrapper.getClass(), "wrapLineToSnippet", int.class);
        this.line = method(wrapper.getClass(), "wrapLineToSnippetLine", int.class);
    }

    static Optional<SnippetLines> of(JShell shell, String className) {
        try {
            var field = JShell.class.getDeclaredField("outerMap");
            field.setAccessible(true);
            var wrappers = field.get(shell);
            var find = method(wrappers.getClass(), "getOuter", String.class);
            var wrapper = find.invoke(wrappers, className);
            return wrapper == null ? Optional.empty() : Optional.of(new SnippetLines(wrapper));
        } catch (ReflectiveOperationException | RuntimeException otherJdk) {
            return Optional.empty();
        }
    }

    /**
     * Overloaded methods are compiled together, so lines of one class may come from several
     * snippets.
     */
    Optional<Snippet> snippet(int compiledLine) {
        return Optional.ofNullable((Snippet) call(snippet, compiledLine));
    }

    int lineInSnippet(int compiledLine) {
        return (int) call(line, compiledLine) + 1;
    }

    private Object call(Method method, int compiledLine) {
        try {
            return method.invoke(wrapper, compiledLine - 1);
        } catch (ReflectiveOperationException otherJdk) {
            throw new IllegalStateException(otherJdk);
        }
    }

    private static Method method(Class<?> type, String name, Class<?> parameter)
            throws NoSuchMethodException {
        for (var declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (var method : declaring.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0] == parameter) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        throw new NoSuchMethodException(name);
    }
}
