package lab.bench.source;

import java.util.List;
import java.util.Optional;

/** One source file that was made from cells, and which of its lines came from where. */
record Page(String text, List<Passage> passages) {

    /** The passage that holds a line of this file, the first line being 1. */
    Optional<Passage> at(long line) {
        return passages.stream().filter(passage -> passage.holds(line)).findFirst();
    }
}
