package lab.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code of cells, as JShell compiles it, in another JVM. */
public class CellCodeInChildTest {

    /** Where a cell puts its job. */
    public static final AtomicReference<Job<? extends Serializable>> JOB = new AtomicReference<>();

    private final JShell shell = JShell.builder().executionEngine("local").build();

    @BeforeEach
    void imports() {
        shell.addToClasspath(System.getProperty("java.class.path"));
        cell("import lab.child.*;");
        cell("import java.util.*;");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aLambdaOfACellRunsThere() throws Exception {
        job("() -> 6 * 7");

        assertThat(result()).isEqualTo(42);
    }

    @Test
    void soDoMethodsAndClassesOfOtherCells() throws Exception {
        cell("int twice(int n) { return 2 * n; }");
        cell("record Pair(int a, int b) { int sum() { return twice(a + b); } }");
        job("() -> List.of(new Pair(1, 2)).stream().mapToInt(Pair::sum).sum()");

        assertThat(result()).isEqualTo(6);
    }

    @Test
    void anObjectOfACellsClassRunsThereToo() throws Exception {
        cell("class Mine implements Job<Integer> { public Integer run() { return 7; } }");
        job("new Mine()");

        assertThat(result()).isEqualTo(7);
    }

    @Test
    void aVariableOfACellIsRefusedByName() {
        cell("int limit = 5;");
        job("() -> limit + 1");
        assertThatThrownBy(this::result)
                .hasMessageContaining("variable limit of your notebook is empty");

        cell("int more() { return limit; }");
        job("() -> more()");
        assertThatThrownBy(this::result).hasMessageContaining("variable limit");

        job("() -> new Object() { int inner() { return limit; } }.inner()");
        assertThatThrownBy(this::result).hasMessageContaining("variable limit");
    }

    @Test
    void aVariableBesideTheLambdaIsNoObstacle() throws Exception {
        cell("var other = new ArrayList<String>();");
        cell(
                "{ other.add(\"x\"); "
                        + CellCodeInChildTest.class.getName()
                        + ".JOB.set((Job<Integer>) () -> 1); other.clear(); }");

        assertThat(result()).isEqualTo(1);
    }

    private void job(String code) {
        cell("%s.JOB.set((Job<Integer>) (%s));".formatted(getClass().getName(), code));
    }

    private void cell(String code) {
        for (var event : shell.eval(code)) {
            assertThat(event.status())
                    .as(code + shell.diagnostics(event.snippet()).toList())
                    .isIn(Status.VALID, Status.RECOVERABLE_DEFINED);
            assertThat(event.exception()).as(code).isNull();
        }
    }

    private Object result() throws Exception {
        var ended = ChildJvm.withHeap(16).run(JOB.get(), JOB.get());
        assertThat(ended.error()).isEmpty();
        return ended.result().orElseThrow();
    }
}
