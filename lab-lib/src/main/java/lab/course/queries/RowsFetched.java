package lab.course.queries;

import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts the rows that a program reads from its results. */
final class RowsFetched {

    private final LongAdder rows = new LongAdder();

    DataSource watch(DataSource source) {
        return ProxyDataSourceBuilder.create(source)
                .proxyResultSet()
                .afterMethod(this::called)
                .build();
    }

    long count() {
        return rows.sum();
    }

    private void called(MethodExecutionContext call) {
        if (call.getMethod().getName().equals("next") && Boolean.TRUE.equals(call.getResult())) {
            rows.increment();
        }
    }
}
