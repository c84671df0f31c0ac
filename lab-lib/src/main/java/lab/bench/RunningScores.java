package lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lab.measure.Text;

/** The means of the iterations that counted so far, in one unit as far as they are of one kind. */
final class RunningScores {

    private record Running(List<Double> scores, String unit) {

        double meanIn(String other) {
            double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            return Unit.convert(mean, unit, other);
        }

        boolean isLike(String other) {
            return Unit.isRate(unit) == Unit.isRate(other);
        }
    }

    private final Running[] items;

    RunningScores(int items) {
        this.items = new Running[items];
    }

    void add(int item, double score, String unit) {
        if (items[item] == null) {
            items[item] = new Running(new ArrayList<>(), unit);
        }
        items[item].scores().add(score);
    }

    /** Nothing before the first score; the first measured item gives the kind. */
    String unit() {
        var measured = IntStream.range(0, items.length).filter(this::has).boxed().toList();
        if (measured.isEmpty()) {
            return "";
        }
        var unit = items[measured.getFirst()].unit();
        var like = measured.stream().map(i -> items[i]).filter(item -> item.isLike(unit));
        return Unit.readable(unit, like.mapToDouble(item -> item.meanIn(unit)).min().orElse(0));
    }

    boolean has(int item) {
        return items[item] != null;
    }

    /** The mean in the common unit, 0 where there is none or it is of another kind. */
    double mean(int item) {
        return has(item) && items[item].isLike(unit()) ? items[item].meanIn(unit()) : 0;
    }

    /** "58.2 ns/op". */
    String text(int item) {
        var unit = items[item].isLike(unit()) ? unit() : items[item].unit();
        return Text.of(items[item].meanIn(unit)) + " " + unit;
    }
}
