package lab.database;

import java.sql.Statement;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import lab.measure.Task;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Data sources whose connections fail, as when the database ends a transaction or the network
 * breaks, or that let somebody else look after each statement.
 */
public final class TappedConnections {

    private TappedConnections() {}

    /**
     * The same data source, with methods of its connections that fail.
     *
     * @param failure what a method of this name throws, asked before each call
     */
    public static DataSource failing(
            DataSource source, Function<String, Optional<? extends Exception>> failure) {
        return ProxyDataSourceBuilder.create(source)
                .beforeMethod(
                        call ->
                                failure.apply(call.getMethod().getName())
                                        .ifPresent(TappedConnections::raise))
                .build();
    }

    /** The same data source; this runs after each statement that was executed. */
    public static DataSource watched(DataSource source, Task look) {
        return ProxyDataSourceBuilder.create(source)
                .afterMethod(
                        call -> {
                            if (call.getTarget() instanceof Statement
                                    && call.getMethod().getName().startsWith("execute")) {
                                run(look);
                            }
                        })
                .build();
    }

    private static void run(Task look) {
        try {
            look.run();
        } catch (Exception e) {
            raise(e);
        }
    }

    private static void raise(Exception failure) {
        TappedConnections.<RuntimeException>raiseAs(failure);
    }

    /** JDBC declares the exception, and the library's listener does not. */
    @SuppressWarnings("unchecked")
    private static <T extends Exception> void raiseAs(Exception failure) throws T {
        throw (T) failure;
    }
}
