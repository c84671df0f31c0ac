package lab.bench.source;

import java.util.Optional;
import java.util.regex.Pattern;

/** The main method of a JMH class that was copied from a project, where it starts JMH. */
final class CopiedMain {

    private static final Pattern MAIN = Pattern.compile("\\bvoid\\s+main\\s*\\(");

    private CopiedMain() {}

    /** What to know about the main method of this type, if it has one that starts JMH. */
    static Optional<String> note(String type, String source) {
        return MAIN.matcher(source).find() && Uses.of(source).names().contains("OptionsBuilder")
                ? Optional.of(
                        ("the main method of %1$s was not run: bench starts JMH itself. Options"
                                        + " from its OptionsBuilder belong here:"
                                        + " bench(brief().forks(3), %1$s.class)")
                                .formatted(type))
                : Optional.empty();
    }
}
