package lab.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A data source whose connections tell what is done with them, and can be made to fail in it, as
 * they do when the database ends a transaction or the network breaks.
 */
public final class TappedConnections {

    /** What happens beside the calls. */
    public interface Tap {

        /** Before a method of a connection; what this throws, the method throws. */
        default void calling(String method) throws Exception {}

        /** After a statement has been executed. */
        default void executed() throws Exception {}
    }

    private final DataSource source;
    private final Tap tap;

    private TappedConnections(DataSource source, Tap tap) {
        this.source = source;
        this.tap = tap;
    }

    /** The same data source with a tap on all of its connections. */
    public static DataSource of(DataSource source, Tap tap) {
        var tapped = new TappedConnections(source, tap);
        return proxy(DataSource.class, (any, method, given) -> tapped.borrowed(method, given));
    }

    private Object borrowed(Method method, Object[] given) throws Throwable {
        var result = call(source, method, given);
        return result instanceof Connection connection
                ? proxy(Connection.class, (any, called, with) -> on(connection, called, with))
                : result;
    }

    private Object on(Connection connection, Method method, Object[] given) throws Throwable {
        tap.calling(method.getName());
        var result = call(connection, method, given);
        if (!(result instanceof Statement statement)) {
            return result;
        }
        var type = method.getReturnType().asSubclass(Statement.class);
        return proxy(type, (any, called, with) -> on(statement, called, with));
    }

    private Object on(Statement statement, Method method, Object[] given) throws Throwable {
        var result = call(statement, method, given);
        if (method.getName().startsWith("execute")) {
            tap.executed();
        }
        return result;
    }

    private static Object call(Object target, Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        TappedConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
