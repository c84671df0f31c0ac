package lab.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.pool.HikariPool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PoolLogTest {

    @Test
    void warningsArePrintedInReadableLinesAndInfoLinesAreNot() {
        PoolLog.on();
        var logger = LoggerFactory.getLogger(HikariPool.class);

        var printed =
                printed(
                        () -> {
                            logger.info("started");
                            logger.warn(
                                    "leaked {} on thread main",
                                    "conn1: url=jdbc:h2:mem:x user=LAB",
                                    new Exception("Apparent leak"));
                        });

        assertThat(printed)
                .startsWith("HikariCP WARNING: leaked conn1 on thread main")
                .doesNotContain("started", "LAB");
        assertThat(printed).contains("at lab.database.PoolLogTest").hasLineCount(6);
    }

    @Test
    void aLeakInACellIsShownWithTheLineOfTheCellButNotItsCallers() {
        assertThat(printedOfLeakIn("cell [3]")).endsWith("Apparent leak\n    at cell (line 6)\n");
    }

    @Test
    void aLineOfJShellsWrapperIsNotShown() {
        assertThat(printedOfLeakIn("$JShell$12.java")).endsWith("Apparent leak\n    at cell\n");
    }

    private static String printedOfLeakIn(String file) {
        PoolLog.on();
        var leak = new Exception("Apparent leak");
        leak.setStackTrace(
                new StackTraceElement[] {
                    new StackTraceElement("com.zaxxer.hikari.Pool", "borrow", "Pool.java", 1),
                    new StackTraceElement("REPL.$JShell$12", "do_it$", file, 6),
                    new StackTraceElement("jdk.jshell.Caller", "call", "Caller.java", 7)
                });
        return printed(() -> LoggerFactory.getLogger(HikariPool.class).warn("leaked", leak));
    }

    private static String printed(Runnable action) {
        var before = System.err;
        var bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(UTF_8);
    }
}
