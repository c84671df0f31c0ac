package lab.stream;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a loader has found in a file of sales.
 *
 * @param cents the sum of all amounts of each city, in cents
 * @param rows how many sales were added
 * @param bad how many rows were no sales
 */
public record Loaded(TreeMap<String, Long> cents, long rows, long bad) implements Serializable {

    public Loaded(Map<String, Long> cents, long rows, long bad) {
        this(new TreeMap<>(cents), rows, bad);
    }
}
