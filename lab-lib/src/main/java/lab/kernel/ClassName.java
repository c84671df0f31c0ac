package lab.kernel;

import java.lang.reflect.Method;
import jdk.jshell.Snippet;

/**
 * The name of the class that JShell generated for a snippet. JShell has no public method for it.
 */
final class ClassName {

    private static final Method OF_SNIPPET = find();

    private ClassName() {}

    static String of(Snippet snippet) {
        try {
            return String.valueOf(OF_SNIPPET.invoke(snippet));
        } catch (ReflectiveOperationException otherJdk) {
            throw new IllegalStateException(otherJdk);
        }
    }

    private static Method find() {
        try {
            var method = Snippet.class.getDeclaredMethod("classFullName");
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException otherJdk) {
            throw new IllegalStateException(otherJdk);
        }
    }
}
