package lab.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Unmodifiable copies that keep the order of their entries. */
final class Ordered {

    private Ordered() {}

    static <K, V> SequencedMap<K, V> copyOf(SequencedMap<K, V> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
}
