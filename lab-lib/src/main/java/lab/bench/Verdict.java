package lab.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.measure.Text;

/**
 * Which benchmark is faster, in one sentence. Methods are compared at equal parameters; a lone
 * method is compared with itself over its parameters.
 */
final class Verdict {

    private static final int TOLD = 3;
    private static final String OVERLAP = ") overlap";
    private static final String INCONCLUSIVE = "inconclusive: ";

    private final List<String> caveats;
    private final List<List<Score>> contests;

    Verdict(List<Score> scores, List<String> caveats) {
        this.caveats = caveats;
        var mode = scores.getFirst().mode();
        var same = scores.stream().filter(score -> score.mode().equals(mode)).toList();
        this.contests = contests(same).stream().map(Verdict::ranked).toList();
    }

    private static Collection<List<Score>> contests(List<Score> scores) {
        if (scores.stream().map(Score::benchmark).distinct().count() == 1) {
            return List.of(scores);
        }
        var byParams = new LinkedHashMap<Map<String, String>, List<Score>>();
        for (var score : scores) {
            byParams.computeIfAbsent(score.params(), p -> new ArrayList<>()).add(score);
        }
        return withLonersTogether(byParams.values());
    }

    /** A method that alone has certain parameters is compared with itself. */
    private static Collection<List<Score>> withLonersTogether(Collection<List<Score>> contests) {
        var together = new LinkedHashMap<String, List<Score>>();
        for (var contest : contests) {
            var first = contest.getFirst();
            var key = contest.size() == 1 ? first.benchmark() : "with others " + first.params();
            together.computeIfAbsent(key, k -> new ArrayList<>()).addAll(contest);
        }
        return together.values();
    }

    private static List<Score> ranked(List<Score> scores) {
        Comparator<Score> better = Comparator.comparingDouble(Score::value);
        boolean rate = Unit.isRate(scores.getFirst().unit());
        return scores.stream().sorted(rate ? better.reversed() : better).toList();
    }

    boolean isConclusive() {
        return caveats.isEmpty() && contests.stream().allMatch(Verdict::isClear);
    }

    private static boolean isClear(List<Score> contest) {
        return few(contest).isEmpty()
                && (contest.size() == 1 || contest.get(0).over(contest.get(1)).isClear());
    }

    String sentence() {
        var told = contests.stream().limit(TOLD).map(this::sentence).collect(joining("; "));
        int more = contests.size() - TOLD;
        var advised = told.contains(OVERLAP) ? told + "; thorough() measures longer" : told;
        var all = more > 0 ? "%s; %d more in the table".formatted(advised, more) : advised;
        return caveats.isEmpty()
                ? all
                : INCONCLUSIVE + String.join(", ", caveats) + ". In this run, " + doubted(all);
    }

    private static String doubted(String sentence) {
        return sentence.replace(INCONCLUSIVE, "");
    }

    private String sentence(List<Score> contest) {
        var best = contest.getFirst();
        if (contest.size() == 1) {
            return best.name() + ": " + best.text() + few(contest).orElse("");
        }
        if (few(contest).isPresent()) {
            return INCONCLUSIVE
                    + "%s came out %s faster than %s"
                            .formatted(best.name(), factor(contest), contest.getLast().name())
                    + few(contest).get();
        }
        return contest.size() == 2 ? duel(contest) : field(contest);
    }

    private static String factor(List<Score> contest) {
        return Text.times(contest.getFirst().over(contest.getLast()).value());
    }

    /** A remark if a score has no interval. */
    private static Optional<String> few(List<Score> contest) {
        return contest.stream()
                .filter(score -> Double.isNaN(score.error()))
                .map(Score::samples)
                .findFirst()
                .map(n -> n == 1 ? "1 sample is" : n + " samples are")
                .map(", but %s too few for an interval (3 or more are needed)"::formatted);
    }

    private static String duel(List<Score> contest) {
        var best = contest.get(0);
        var other = contest.get(1);
        var factor = best.over(other);
        return factor.isClear()
                ? "%s is faster than %s by %s".formatted(best.name(), other.name(), factor)
                : overlap(best, other);
    }

    private static String overlap(Score best, Score other) {
        return INCONCLUSIVE
                + ("the intervals of %s (%s) and %s (%s" + OVERLAP)
                        .formatted(best.name(), best.text(), other.name(), other.text());
    }

    private static String field(List<Score> contest) {
        var best = contest.getFirst();
        var worst = contest.getLast();
        var behind = best.over(worst);
        return behind.isClear()
                ? "%s; slowest is %s, behind %s by %s"
                        .formatted(duel(contest.subList(0, 2)), worst.name(), best.name(), behind)
                : overlap(best, worst);
    }
}
