@BenchmarkMode(Mode.AverageTime)
public class Roots {
    @Benchmark
    public void nothing() {}

    // TODO: a benchmark named roots: add up Math.sqrt(i) for i from 0 to 999,
    //       in such a way that the JIT compiler cannot throw the sum away
}
