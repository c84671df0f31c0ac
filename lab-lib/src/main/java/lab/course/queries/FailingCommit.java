package lab.course.queries;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source on which one commit fails, as it does when the database ends the transaction. */
final class FailingCommit {

    private final DataSource source;
    private final SQLException failure;
    private int before;

    /**
     * @param before how many commits succeed first
     */
    FailingCommit(DataSource source, int before, SQLException failure) {
        this.source = source;
        this.before = before;
        this.failure = failure;
    }

    DataSource watched() {
        return proxy(DataSource.class, (ignored, method, given) -> borrowed(method, given));
    }

    private Object borrowed(Method method, Object[] given) throws Throwable {
        var result = call(source, method, given);
        return result instanceof Connection connection
                ? proxy(Connection.class, (ignored, called, with) -> on(connection, called, with))
                : result;
    }

    private Object on(Connection connection, Method method, Object[] given) throws Throwable {
        if (method.getName().equals("commit") && before-- == 0) {
            throw failure;
        }
        return call(connection, method, given);
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
                        FailingCommit.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
