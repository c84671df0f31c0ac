@BenchmarkMode(Mode.AverageTime)
public class Roots {
    @Benchmark
    public void nothing() {}

    @Benchmark
    public long roots() {
        double sum = 0;
        for (int i = 0; i < 1_000; i++) {
            sum += Math.sqrt(i);
        }
        return System.nanoTime();
    }
}
