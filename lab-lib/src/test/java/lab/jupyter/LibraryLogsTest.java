package lab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.pool.HikariPool;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LibraryLogsTest {

    @Test
    void aPoolOpenedByACellLogsOnlyWarnings() {
        LibraryLogs.onlyWarnings();

        var logger = LoggerFactory.getLogger(HikariPool.class);
        assertThat(logger.isInfoEnabled()).isFalse();
        assertThat(logger.isWarnEnabled()).isTrue();
    }
}
