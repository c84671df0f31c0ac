package ordinary;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.*;

@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx256m")
public class Everyday {
    int[] numbers = new int[4096];
    String[] keys = new String[1024];
    Map<String, Integer> ages = new HashMap<>();

    @Setup
    public void fill() {
        for (int i = 0; i < numbers.length; i++) numbers[i] = 31 * i % 1009;
        for (int i = 0; i < keys.length; i++) ages.put(keys[i] = "user" + 7919 * i, i);
    }

    @Benchmark
    public long sum() {
        long sum = 0;
        for (int number : numbers) sum += number;
        return sum;
    }

    @Benchmark
    public String concatenation() {
        return keys[17] + "/" + numbers[99] + "?page=" + numbers[100];
    }

    @Benchmark
    public int lookup() {
        int sum = 0;
        for (String key : keys) sum += ages.get(key);
        return sum;
    }
}
