package lab.kernel;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Parts of messages about Java. */
final class Sentences {

    private static final int MOST_DETAILS = 3;
    private static final Pattern TYPES =
            Pattern.compile("(?<![\\w.$])(?:[a-z_]\\w*\\.)+([A-Z]\\w*)");

    private Sentences() {}

    /** Such as "a, b and c". */
    static String list(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /** A compiler message of several lines, as one sentence. */
    static String ofCompiler(String message) {
        var details =
                message.lines()
                        .map(line -> line.strip().replaceAll("\\s+", " "))
                        .filter(line -> !line.startsWith("location:"))
                        .limit(MOST_DETAILS)
                        .toList();
        return shortTypes(String.join(", ", details));
    }

    /** Types without their packages, unless two types have the same simple name. */
    static String shortTypes(String text) {
        var full = TYPES.matcher(text).results().map(MatchResult::group).distinct().count();
        var shortened = TYPES.matcher(text).results().map(type -> type.group(1)).distinct().count();
        return full == shortened ? TYPES.matcher(text).replaceAll("$1") : text;
    }
}
