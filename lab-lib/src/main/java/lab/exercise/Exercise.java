package lab.exercise;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a learner can ask for in one exercise. Its folder of resources also holds the starter and
 * wrong answers, which the notebook shows and the tests run.
 *
 * @param id the notebook's number and the exercise's, such as "02.1"
 * @param hints from a first pointer to nearly the answer; at least one
 * @param solution one answer that passes
 */
public record Exercise(String id, List<String> hints, String solution) {

    private static final int MOST_HINTS = 9;

    public Exercise {
        hints = List.copyOf(hints);
    }

    /**
     * The exercise of this id.
     *
     * @throws IllegalArgumentException where no folder has this id
     */
    static Exercise named(String id) {
        return new Exercise(id, hintsOf(id), file(id, "solution.java"));
    }

    private static List<String> hintsOf(String id) {
        return IntStream.rangeClosed(1, MOST_HINTS)
                .mapToObj(k -> Resource.find(path(id, "hint" + k + ".md")))
                .flatMap(found -> found.map(Stream::of).orElseGet(Stream::empty))
                .toList();
    }

    private static String file(String id, String name) {
        return Resource.find(path(id, name))
                .orElseThrow(() -> new IllegalStateException("exercise " + id + " has no " + name));
    }

    private static String path(String id, String name) {
        return "/lab/course/" + id + "/" + name;
    }
}
