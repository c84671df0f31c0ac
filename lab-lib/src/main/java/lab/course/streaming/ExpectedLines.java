package lab.course.streaming;

import static lab.exercise.Verdict.wrong;

import java.util.List;
import java.util.Optional;
import lab.exercise.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of a whole export: one for each row, and the last one with their number.
 *
 * @param rows how many rows there are
 */
record ExpectedLines(int rows) {

    /** In rows 0 to 3: what breaks JSON that is put together by hand. */
    static final List<String> ODD =
            List.of("says \"hello\"", "two\nlines", "back\\slash\ttab", "\u2028 and \uD83D\uDE80");

    /** The verdict on lines that are others. */
    Optional<Verdict> judge(List<String> lines) {
        if (lines.size() < rows) {
            return wrong(
                    "%,d lines came; there are %,d rows.".formatted(lines.size(), rows),
                    "One line for each row, and a line feed after each, in one query: rows that"
                            + " were sent can be deleted meanwhile.");
        }
        for (int id = 0; id < rows; id++) {
            if (!isRow(id, lines.get(id))) {
                return wrong(
                        "Line %,d is: %s".formatted(id + 1, lines.get(id)),
                        "Each line is one JSON object such as {\"id\":7,\"name\":\"name 7\"}, in"
                                + " the order of the ids. Let a library write it: names can contain"
                                + " quotes and line feeds.");
            }
        }
        return end(lines.subList(rows, lines.size()));
    }

    private static boolean isRow(int id, String line) {
        var name = id < ODD.size() ? ODD.get(id) : "name " + id;
        return parsed(line)
                .filter(json -> json.path("id").isInt() && json.path("id").intValue() == id)
                .filter(json -> name.equals(json.path("name").asString("")))
                .isPresent();
    }

    private static Optional<JsonNode> parsed(String line) {
        try {
            return Optional.of(JsonMapper.shared().readTree(line));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Optional<Verdict> end(List<String> last) {
        boolean right =
                last.size() == 1
                        && parsed(last.getFirst())
                                .filter(json -> json.path("rows").isInt())
                                .filter(json -> json.path("rows").intValue() == rows)
                                .isPresent();
        return right
                ? Optional.empty()
                : wrong(
                        last.isEmpty()
                                ? "After the last row, nothing came."
                                : "After the last row came: " + String.join(" ", last),
                        "End with one line {\"rows\":%d}, the number of the rows, so that a client"
                                        .formatted(rows)
                                + " knows that it has all.");
    }

    /** Whether this line says that the export is whole. */
    static boolean isEnd(String line) {
        return line.contains("\"rows\"");
    }
}
