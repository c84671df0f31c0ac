package pairs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Five kinds of body. Of each there are two identical methods ("one" and "same"), one that does a
 * tenth more of the same work ("tenth") and one that does it twice ("twice").
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Bodies {

    private static final int UNITS = 10;
    private static final int TENTH = 11;
    private static final int TWICE = 20;

    private final int[] numbers = new int[100];
    private final Map<String, Integer> stock = new HashMap<>();
    private final String[] names = new String[100];
    private final String line = "id=17;name=Ada Lovelace;city=London;items=3,5,8";
    private final byte[] bytes = new byte[200];

    @Setup
    public void fill() {
        var random = new Random(7);
        random.nextBytes(bytes);
        for (int i = 0; i < 100; i++) {
            numbers[i] = random.nextInt(1_000_000);
            names[i] = "customer-" + random.nextInt(100_000);
            if (i % 2 == 0) {
                stock.put(names[i], i);
            }
        }
    }

    private long array(int units) {
        long sum = 0;
        for (int unit = 0; unit < units; unit++) {
            for (int number : numbers) {
                sum += Math.abs(sum - number * 3L);
            }
        }
        return sum;
    }

    private int hash(int units) {
        int found = 0;
        for (int unit = 0; unit < units; unit++) {
            for (var name : names) {
                var count = stock.get(name);
                found += count == null ? 1 : count;
            }
        }
        return found;
    }

    private int text(int units) {
        var text = new StringBuilder();
        for (int unit = 0; unit < units; unit++) {
            for (var part : line.split(";")) {
                text.append(part.substring(part.indexOf('=') + 1).toUpperCase()).append('|');
            }
        }
        return text.length();
    }

    private int sort(int units) {
        int first = 0;
        for (int unit = 0; unit < units; unit++) {
            var copy = numbers.clone();
            Arrays.sort(copy);
            first += copy[unit];
        }
        return first;
    }

    private int branch(int units) {
        int state = 0;
        for (int unit = 0; unit < units; unit++) {
            for (byte each : bytes) {
                if (each < -50) {
                    state += each;
                } else if ((each & 3) == 1) {
                    state ^= each;
                } else if (each > 90) {
                    state -= 3;
                } else {
                    state++;
                }
            }
        }
        return state;
    }

    @Benchmark
    public long arrayOne() {
        return array(UNITS);
    }

    @Benchmark
    public long arraySame() {
        return array(UNITS);
    }

    @Benchmark
    public long arrayTenth() {
        return array(TENTH);
    }

    @Benchmark
    public long arrayTwice() {
        return array(TWICE);
    }

    @Benchmark
    public int hashOne() {
        return hash(UNITS);
    }

    @Benchmark
    public int hashSame() {
        return hash(UNITS);
    }

    @Benchmark
    public int hashTenth() {
        return hash(TENTH);
    }

    @Benchmark
    public int hashTwice() {
        return hash(TWICE);
    }

    @Benchmark
    public int textOne() {
        return text(UNITS);
    }

    @Benchmark
    public int textSame() {
        return text(UNITS);
    }

    @Benchmark
    public int textTenth() {
        return text(TENTH);
    }

    @Benchmark
    public int textTwice() {
        return text(TWICE);
    }

    @Benchmark
    public int sortOne() {
        return sort(UNITS);
    }

    @Benchmark
    public int sortSame() {
        return sort(UNITS);
    }

    @Benchmark
    public int sortTenth() {
        return sort(TENTH);
    }

    @Benchmark
    public int sortTwice() {
        return sort(TWICE);
    }

    @Benchmark
    public int branchOne() {
        return branch(UNITS);
    }

    @Benchmark
    public int branchSame() {
        return branch(UNITS);
    }

    @Benchmark
    public int branchTenth() {
        return branch(TENTH);
    }

    @Benchmark
    public int branchTwice() {
        return branch(TWICE);
    }
}
