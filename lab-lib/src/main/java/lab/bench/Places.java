package lab.bench;

import java.util.Map;
import lab.bench.fork.Cause;
import lab.bench.source.Page;
import lab.bench.source.Passage;

/** Finds the learner's line in which a benchmark failed. */
record Places(Map<String, Page> pages) {

    /** The error, with the place and the line itself where they are known. */
    String describe(Cause cause) {
        var page = pages.get(cause.type());
        if (page == null) {
            return cause.error();
        }
        return page.at(cause.line())
                .map(passage -> cause.error() + at(passage, cause.line()))
                .orElse(cause.error());
    }

    private static String at(Passage passage, int line) {
        return " (%s: %s)".formatted(passage.place(line), passage.line(line));
    }
}
