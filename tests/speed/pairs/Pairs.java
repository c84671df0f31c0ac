package pairs;

import static java.time.Duration.ofSeconds;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lab.bench.Bench;
import lab.bench.BenchOptions;
import lab.bench.BenchResult;
import lab.bench.History;
import lab.bench.source.CellSources;

/**
 * Runs one pair of benchmarks for each line of its input, such as "array Same 30": the body, the
 * rival of its method One, and the time limit in seconds. Answers each with one line of JSON.
 */
public final class Pairs {

    private Pairs() {}

    public static void main(String[] args) throws Exception {
        var bench = Bench.of(CellSources.none()).keepingIn(History.at(Path.of(args[0])));
        var input = new BufferedReader(new InputStreamReader(System.in));
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            var words = line.split(" ");
            System.out.println(json(words[0] + "One", run(bench, words)));
        }
    }

    private static BenchResult run(Bench bench, String[] words) throws InterruptedException {
        var options =
                BenchOptions.brief()
                        .include("^" + words[0] + "(One|" + words[1] + ")$")
                        .within(ofSeconds(Long.parseLong(words[2])));
        return bench.run(List.of(Bodies.class), options, progress -> {});
    }

    /**
     * The winner is "one" or "other"; it counts only where the ruling is Faster. The forks of both
     * are kept, so that other rules can be tried on them.
     */
    private static String json(String one, BenchResult result) {
        var contest = result.contests().getFirst();
        var factor = contest.ruling().factor();
        return String.format(
                Locale.ROOT,
                "{\"ruling\": \"%s\", \"winner\": \"%s\", \"factor\": %.5f, \"low\": %.5f,"
                        + " \"high\": %.5f, \"rounds\": %d, \"seconds\": %.2f, \"seed\": %d,"
                        + " \"caveats\": %d, \"better\": %s, \"behind\": %s}",
                contest.ruling().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                contest.better().name().equals(one) ? "one" : "other",
                factor.value(),
                factor.low(),
                Math.min(1e9, factor.high()),
                result.ran().rounds(),
                result.ran().took().toMillis() / 1e3,
                result.ran().seed(),
                result.caveats().size(),
                contest.better().forks().medians(),
                contest.other().forks().medians());
    }
}
