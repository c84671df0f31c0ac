package lab.bench;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;

/** Gives the scores of one mode one unit, so that they can be compared. */
final class Unified {

    private Unified() {}

    static List<Score> of(List<Score> scores) {
        var units = new HashMap<String, String>();
        scores.stream()
                .collect(groupingBy(Score::mode))
                .forEach((mode, same) -> units.put(mode, ScoreUnit.readable(same)));
        return scores.stream().map(score -> score.in(units.get(score.mode()))).toList();
    }
}
