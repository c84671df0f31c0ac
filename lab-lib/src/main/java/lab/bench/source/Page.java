package lab.bench.source;

import java.util.List;
import java.util.Optional;

/** A source file made from cells. Passages are the lines that the learner wrote. */
record Page(String text, List<Passage> passages) {

    /** The passage with this line. The first line of the file is 1. */
    Optional<Passage> at(long line) {
        return passages.stream().filter(passage -> passage.contains(line)).findFirst();
    }
}
