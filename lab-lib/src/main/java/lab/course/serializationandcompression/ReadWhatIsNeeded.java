package lab.course.serializationandcompression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lab.exercise.Verdict.wrong;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lab.dataset.Orders;
import lab.exercise.Verdict;
import lab.json.CountedBytes;
import lab.json.FieldSearch;

/**
 * Exercise 08.1: the number of a top-level field, of which a document may have others deeper inside
 * and in strings; what comes after it must not be read.
 */
final class ReadWhatIsNeeded {

    private static final int ORDERS = 3_000_000;

    /** More than the buffers of parsers and readers, and far less than the documents. */
    private static final int ENOUGH = 200_000;

    /** The first number that a double cannot hold: 2 to the power of 53, and one more. */
    private static final long NO_DOUBLE = 9_007_199_254_740_993L;

    /**
     * One document.
     *
     * @param what it is, for the verdict
     * @param mayReadAll whether the field is not before its end
     */
    private record Sample(String what, String json, OptionalLong total, boolean mayReadAll) {}

    private ReadWhatIsNeeded() {}

    static Verdict check(FieldSearch search) throws Exception {
        for (var sample : samples(new String(Orders.json(ORDERS), UTF_8))) {
            var wrong = judged(sample, search);
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        return truncated(search)
                .orElseGet(
                        () ->
                                new Verdict.Passed(
                                        "The right total of each document, and nothing behind it"
                                                + " was read."));
    }

    private static List<Sample> samples(String orders) {
        return List.of(
                new Sample(
                        "whose first field is total",
                        "{\"total\":42,\"orders\":%s}".formatted(orders),
                        OptionalLong.of(42),
                        false),
                new Sample(
                        "with another total deeper inside",
                        "{\"page\":{\"total\":7,\"of\":{\"total\":8}},\"total\":43,\"orders\":%s}"
                                .formatted(orders),
                        OptionalLong.of(43),
                        false),
                new Sample(
                        "with a total in a string",
                        "{\"note\":\"the \\\"total\\\":9\",\"total\":44,\"orders\":%s}"
                                .formatted(orders),
                        OptionalLong.of(44),
                        false),
                new Sample(
                        "with a total in a list",
                        "{\"parts\":[{\"total\":1},{\"total\":2}],\"total\":45}",
                        OptionalLong.of(45),
                        true),
                new Sample(
                        "whose last field is total",
                        "{\"orders\":%s,\"total\":9007199254740993}".formatted(orders),
                        OptionalLong.of(NO_DOUBLE),
                        true),
                new Sample(
                        "without a total at the top",
                        "{\"page\":{\"total\":7},\"totals\":3}",
                        OptionalLong.empty(),
                        true));
    }

    private static Optional<Verdict> judged(Sample sample, FieldSearch search) throws Exception {
        var document = new CountedBytes(sample.json().getBytes(UTF_8));
        var found = search.find(document);
        if (!sample.total().equals(found)) {
            return wrong(
                    "In a document %s it found %s; right is %s."
                            .formatted(sample.what(), found, sample.total()),
                    nudge(sample, found));
        }
        return sample.mayReadAll() || document.bytesRead() <= ENOUGH
                ? Optional.empty()
                : wrong(
                        "In a document %s it read %,d of %,d bytes."
                                .formatted(sample.what(), document.bytesRead(), document.length()),
                        "Ask a parser for one token after the other, and stop at the field.");
    }

    private static String nudge(Sample sample, OptionalLong found) {
        boolean rounded =
                found != null
                        && found.isPresent()
                        && sample.total().equals(OptionalLong.of(NO_DOUBLE));
        return rounded
                ? "The number may be large: a `double` or an `int` cannot hold it, a `long` can."
                : "Only a field of the outermost object counts: skip the value of every other"
                        + " field (`skipChildren`). If there is none, return"
                        + " `OptionalLong.empty()`.";
    }

    private static Optional<Verdict> truncated(FieldSearch search) {
        var whole =
                "{\"orders\":%s,\"total\":42}".formatted(new String(Orders.json(50_000), UTF_8));
        var half = Arrays.copyOf(whole.getBytes(UTF_8), whole.length() / 2);
        try {
            var found = search.find(new CountedBytes(half));
            return wrong(
                    "A document that ends in the middle, before its total, gave %s."
                            .formatted(found),
                    "An exception of the parser must reach the caller: a broken document is not one"
                            + " without a total.");
        } catch (Exception told) {
            return Optional.empty();
        }
    }
}
