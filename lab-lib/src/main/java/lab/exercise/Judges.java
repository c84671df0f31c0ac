package lab.exercise;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import lab.measure.Require;

/** Finds who judges a claim: the lesson that its cell names, or the only one that can. */
final class Judges {

    private final List<Lesson> lessons;

    Judges(List<Lesson> lessons) {
        this.lessons = List.copyOf(lessons);
    }

    /**
     * The lesson of the notebook with this number.
     *
     * @throws IllegalArgumentException for a notebook without a lesson
     */
    Lesson lesson(String notebook) {
        return Require.known(notebook, "notebook with claims", lessons, Lesson::notebook);
    }

    /** The notebook that stages this claim, where exactly one does. */
    Optional<String> onlyNotebook(String claim) {
        var staging = lessons.stream().filter(one -> one.claims().contains(claim)).toList();
        return staging.size() == 1 ? Optional.of(staging.getFirst().notebook()) : Optional.empty();
    }

    /**
     * The lesson that judges this claim from this result.
     *
     * @param notebook the number that the cell names, if it names one
     * @throws IllegalArgumentException where none can judge it, or several can
     */
    Lesson of(Claim claim, Optional<String> notebook, Object measured) {
        var staging =
                notebook.map(this::lesson).map(List::of).orElse(lessons).stream()
                        .filter(lesson -> lesson.claims().contains(claim.id()))
                        .toList();
        var able = staging.stream().filter(one -> one.canJudge(claim.id(), measured)).toList();
        Require.that(!staging.isEmpty(), "%s", notStaged(claim, notebook));
        Require.that(!able.isEmpty(), "%s", wrongKind(claim, staging, measured));
        Require.that(
                able.size() == 1,
                "notebooks %s judge claim %s; name one, such as claim(\"%s %s\", …)",
                able.stream().map(Lesson::notebook).collect(joining(" and ")),
                claim.id(),
                able.getFirst().notebook(),
                claim.id());
        return able.getFirst();
    }

    private String notStaged(Claim claim, Optional<String> notebook) {
        var others =
                lessons.stream()
                        .filter(lesson -> lesson.claims().contains(claim.id()))
                        .map(
                                lesson ->
                                        "claim(\"%s %s\", …)"
                                                .formatted(lesson.notebook(), claim.id()))
                        .collect(joining(" or "));
        return "claim %s is not judged in %s"
                        .formatted(claim.id(), notebook.map("notebook "::concat).orElse("this lab"))
                + (others.isEmpty() ? "" : "; write " + others);
    }

    private static String wrongKind(Claim claim, List<Lesson> staging, Object measured) {
        if (measured == null) {
            return ("claim %s needs a result, and this one is null: its cell has failed, or was"
                            + " stopped; run it again")
                    .formatted(claim.id());
        }
        return "claim %s is judged from %s, not from %s; see its cell in notebook %s"
                .formatted(
                        claim.id(),
                        staging.stream()
                                .flatMap(lesson -> lesson.judgedFrom(claim.id()).stream())
                                .distinct()
                                .collect(joining(" or ")),
                        measured.getClass().getSimpleName(),
                        staging.stream().map(Lesson::notebook).collect(joining(" or ")));
    }
}
