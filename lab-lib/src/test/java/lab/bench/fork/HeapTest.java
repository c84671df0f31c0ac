package lab.bench.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapTest {

    private static final long GIGABYTE = 1L << 30;

    @ParameterizedTest
    @CsvSource({
        "-Xmx256m,        8,  256m, 1g",
        "-Xmx100m,        8,  100m, 400m",
        "-Xmx1g,         16,  1g,   2g",
        "-Xmx1500m,      16,  1500m, 3000m",
        "-Xmx524288k,     8,  512m, 2g",
        "-Xmx1073741824, 16,  1g,   2g",
        "-Xmx512m,        2,  512m, 1200m",
        "-Dno=limit,      8,  2g,   4g"
    })
    void aFullHeapSuggestsALargerHeapThatFitsTheMachine(
            String flag, int memory, String heap, String larger) {
        assertThat(Heap.of(List.of(flag), memory * GIGABYTE).advised(full()).error())
                .isEqualTo(
                        "java.lang.OutOfMemoryError: Java heap space. Its heap is %s:"
                                        .formatted(heap)
                                + " write bench(brief().heap(\"%s\"), ...) for a larger one"
                                        .formatted(larger));
    }

    @Test
    void theLastHeapLimitCounts() {
        var flags = List.of("-Xmx256m", "-Xms2g", "-Xmx2g");

        assertThat(Heap.of(flags, 8 * GIGABYTE)).isEqualTo(new Heap(2048, 8192));
    }

    @Test
    void withoutMoreMemorySmallerDataIsSuggested() {
        assertThat(Heap.of(List.of("-Xmx1500m"), 2 * GIGABYTE).advised(full()).error())
                .endsWith("this machine has only 2g of memory: make the data smaller");
    }

    @Test
    void otherErrorsAreNotChanged() {
        var cause = new Cause("java.lang.OutOfMemoryError: unable to create native thread", "A", 3);

        assertThat(Heap.of(List.of(), GIGABYTE).advised(cause)).isEqualTo(cause);
    }

    @Test
    void theLocationOfTheErrorIsKept() {
        assertThat(Heap.of(List.of(), GIGABYTE).advised(full()).line()).isEqualTo(7);
    }

    private static Cause full() {
        return new Cause("java.lang.OutOfMemoryError: Java heap space", "Hungry", 7);
    }
}
