package lab.bench.fork;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** The results of forks that ran one at a time, pooled as JMH pools the forks of one run. */
final class PooledForks {

    private final SortedMap<Integer, List<BenchmarkResult>> forks = new TreeMap<>();

    void add(int number, Collection<RunResult> results) {
        for (var result : results) {
            forks.computeIfAbsent(number, n -> new ArrayList<>())
                    .addAll(result.getBenchmarkResults());
        }
    }

    void forgetLast(int number) {
        forks.get(number).removeLast();
    }

    void remove(int number) {
        forks.remove(number);
    }

    SortedMap<Integer, Outcome> outcomes() {
        var outcomes = new TreeMap<Integer, Outcome>();
        forks.forEach(
                (number, results) -> {
                    if (!results.isEmpty()) {
                        var params = results.getFirst().getParams();
                        outcomes.put(number, Outcomes.of(new RunResult(params, results)));
                    }
                });
        return outcomes;
    }
}
