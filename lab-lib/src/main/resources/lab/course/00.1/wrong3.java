@BenchmarkMode(Mode.AverageTime)
public class Roots {
    @Benchmark
    public void nothing() {}

    @Benchmark
    public double roots() {
        double sum = 0;
        for (int i = 0; i < 60; i++) {
            sum += Math.sqrt(i);
        }
        return sum;
    }
}
