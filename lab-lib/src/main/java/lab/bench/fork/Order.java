package lab.bench.fork;

import java.io.Serializable;
import java.util.List;

/** What the kernel asks of the harness. Benchmarks have numbers, which the kernel chooses. */
public sealed interface Order extends Serializable {

    /** Run one fork of a benchmark and keep its result. */
    record RunFork(int number, Item item, List<String> profilers) implements Order {}

    /** Drop the result of the last fork of a benchmark: it does not count. */
    record Forget(int number) implements Order {}

    /** Report for each benchmark what JMH makes of all its forks together, then be done. */
    record Conclude() implements Order {}
}
