package lab.bench;

import java.util.List;

/** The middle of some numbers; between the two middle ones of an even number. */
final class Medians {

    private Medians() {}

    static double of(List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }
}
