package lab.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import lab.bench.fork.Item;

/**
 * Who is compared with whom, and what came of it. Benchmarks are rivals at equal parameters and
 * mode only; the fastest of them is compared with each of the others.
 */
final class Contests {

    private static final int SHOWN = 3;

    /** What rivals have in common. */
    record Key(String mode, Map<String, String> params) {}

    private final double margin;
    private final List<List<Score>> ranked = new ArrayList<>();

    Contests(List<Score> scores, double margin) {
        this.margin = margin;
        var rivals = new LinkedHashMap<Key, List<Score>>();
        for (var score : scores) {
            var key = new Key(score.mode(), score.params());
            rivals.computeIfAbsent(key, k -> new ArrayList<>()).add(score);
        }
        rivals.values().stream().map(Contests::ranked).forEach(ranked::add);
    }

    static Key key(Item item) {
        return new Key(item.mode().shortLabel(), item.params());
    }

    private static List<Score> ranked(List<Score> scores) {
        var better = Comparator.comparingDouble(Score::typical);
        boolean rate = ScoreUnit.isRate(scores.getFirst().unit());
        return scores.stream().sorted(rate ? better.reversed() : better).toList();
    }

    /** Every contest: in each group of rivals, the best against each of the others. */
    List<Contest> all() {
        return ranked.stream().flatMap(group -> contests(group).stream()).toList();
    }

    private List<Contest> contests(List<Score> group) {
        return group.stream()
                .skip(1)
                .map(other -> Contest.of(group.getFirst(), other, margin))
                .toList();
    }

    boolean areDecided() {
        return all().stream().allMatch(Contest::isDecided);
    }

    /** How many rounds would settle what is open, as far as that can be estimated. */
    OptionalInt roundsNeeded() {
        return all().stream()
                .map(Contest::ruling)
                .filter(Ruling.Inconclusive.class::isInstance)
                .mapToInt(ruling -> ((Ruling.Inconclusive) ruling).rounds())
                .max();
    }

    /** The first groups of rivals; benchmarks without a rival only if there is no other. */
    String sentence() {
        var groups = ranked.stream().filter(group -> group.size() > 1).toList();
        groups = groups.isEmpty() ? ranked : groups;
        var shown = groups.stream().limit(SHOWN).map(this::sentence).collect(joining("; "));
        int more = groups.size() - SHOWN;
        return more > 0 ? "%s; %d more in the table".formatted(shown, more) : shown;
    }

    private String sentence(List<Score> group) {
        var best = group.getFirst();
        if (group.size() == 1) {
            return best.name() + ": " + best.text();
        }
        var contests = contests(group);
        var next = contests.getFirst().sentence();
        return group.size() == 2 ? next : next + "; slowest is " + slowest(contests.getLast());
    }

    private static String slowest(Contest last) {
        var name = last.other().name();
        var best = last.better().name();
        return switch (last.ruling()) {
            case Ruling.Faster(Factor factor) ->
                    "%s, behind %s by %s".formatted(name, best, factor);
            case Ruling.Same same -> name + ", but no more than the margin behind " + best;
            case Ruling.Inconclusive open ->
                    "%s, behind %s by %s, which is inconclusive"
                            .formatted(name, best, open.factor());
        };
    }
}
