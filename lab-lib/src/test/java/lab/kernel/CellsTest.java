package lab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CellsTest {

    /** A cell can use only the JDK, so it finds the latch in the system properties. */
    private static final String OPEN_LATCH =
            "((CountDownLatch) System.getProperties().get(\"cell runs\")).countDown();";

    private final CellClasses classes = new CellClasses(CellsTest.class.getClassLoader());
    private CellControl control = new CellControl(classes, Optional.empty());
    private JShell shell;

    @AfterEach
    void close() {
        shell.close();
        CellRun.settle();
    }

    @Test
    void aLoopWithoutInterruptChecksIsStopped() throws Exception {
        assertThat(typeOf(interrupted("while (true) {}"))).isEqualTo(CellStopped.class.getName());
    }

    @Test
    void aLoopThatCatchesEveryExceptionIsStopped() throws Exception {
        var stubborn = "while (true) { try { Thread.sleep(1); } catch (Exception e) {} }";

        assertThat(typeOf(interrupted(stubborn))).isEqualTo(CellStopped.class.getName());
    }

    @Test
    void aSleepingCellStopsAtOnce() throws Exception {
        assertThat(typeOf(interrupted("Thread.sleep(1_000_000);")))
                .isIn(InterruptedException.class.getName(), CellStopped.class.getName());
    }

    @Test
    void aThreadGroupThatRunsCellCodeIsStopped() throws Exception {
        var threads = new ThreadGroup("of an answer");
        run("Runnable endless = () -> { while (true) {} };");
        var thread = new Thread(threads, (Runnable) value("endless"));
        thread.start();

        CellRun.stop(threads);

        thread.join();
        assertThat(value("1 + 1")).isEqualTo(2);
    }

    @Test
    void aCellThatWaitsForItsCleanUpIsNotReportedAsRunning() throws Exception {
        var cleansUp =
                "{ "
                        + OPEN_LATCH
                        + " try { Thread.sleep(1_000_000); }"
                        + " finally { new CountDownLatch(1).await(800, TimeUnit.MILLISECONDS); } }";

        assertThat(interruptedWhenOpen(cleansUp)).hasMessage("sleep interrupted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(3);",
                "Runtime.getRuntime().halt(3);",
                "java.util.function.IntConsumer end = System::exit; end.accept(3);",
                "java.util.function.IntConsumer end = Runtime.getRuntime()::halt; end.accept(3);",
                "java.util.function.BiConsumer<Runtime, Integer> end = Runtime::exit;"
                        + " end.accept(Runtime.getRuntime(), 3);"
            })
    void exitIsRefusedWithTheWayOut(String code) {
        var failure = run(code);

        assertThat(typeOf(failure)).isEqualTo(ExitRefused.class.getName());
        assertThat(failure).hasMessageContaining("Kernel > Restart");
    }

    @Test
    void instrumentedCodeComputesTheSameResult() {
        run(
                "int total = 0; for (int i = 0; i < 10; i++) { if (i % 2 == 0) continue; total +="
                        + " i; }");
        run("record Point(int x, int y) {} Object o = new Point(3, 4);");
        run(
                "String s = switch (o) { case Point(int x, int y) when x > 2 -> \"big\"; default ->"
                        + " \"\"; };");

        assertThat(value("total + s")).isEqualTo("25big");
    }

    @Test
    void aStatementIsStoppedAfterItsTimeout() {
        control = new CellControl(classes, Optional.of(Duration.ofMillis(50)));

        assertThat(typeOf(run("while (true) {}"))).isEqualTo(CellTimeout.class.getName());
    }

    @Test
    void theValuesOfAReplacedClassAreReleased() throws Exception {
        run("class Cache { static Object kept = new Object(); } Object made = new Cache();");
        var variables = classes.variablesAfter(0);
        variables.forEach(Variable::clear);

        assertThat(variables).extracting(Variable::name).contains("kept", "made");
        assertThat(value("Cache.kept == null && made == null")).isEqualTo(true);
    }

    private JShellException interrupted(String code) throws Exception {
        return interruptedWhenOpen(OPEN_LATCH + code);
    }

    private JShellException interruptedWhenOpen(String code) throws Exception {
        var runs = new CountDownLatch(1);
        System.getProperties().put("cell runs", runs);
        var failure =
                CompletableFuture.supplyAsync(() -> run("import java.util.concurrent.*;" + code));
        assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
        control.interrupt();
        return failure.get(30, TimeUnit.SECONDS);
    }

    /** Runs a cell and returns its exception, or null. */
    private synchronized JShellException run(String code) {
        if (shell == null) {
            shell =
                    JShell.builder()
                            .executionEngine(new CellControlProvider(control), Map.of())
                            .build();
        }
        control.beginCell();
        try {
            JShellException failure = null;
            var rest = shell.sourceCodeAnalysis().analyzeCompletion(code);
            while (failure == null && rest.completeness().isComplete()) {
                failure = shell.eval(rest.source()).getFirst().exception();
                rest = shell.sourceCodeAnalysis().analyzeCompletion(rest.remaining());
            }
            return failure;
        } finally {
            control.endCell();
        }
    }

    private Object value(String expression) {
        control.beginCell();
        try {
            return control.take(shell.eval(expression).getFirst().value());
        } finally {
            control.endCell();
        }
    }

    private static String typeOf(JShellException failure) {
        return ((EvalException) failure).getExceptionClassName();
    }
}
