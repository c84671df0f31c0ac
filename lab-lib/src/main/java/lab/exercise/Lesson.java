package lab.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import lab.measure.NotMeasured;

/**
 * What one notebook can judge: its claims, each from a kind of result, and its exercises, each from
 * a kind of answer.
 */
public final class Lesson {

    /** Judges one claim from one kind of result. */
    private record Judge<M>(Class<M> from, Function<M, Finding> judging) {
        Optional<Finding> judge(Object measured) {
            return from.isInstance(measured)
                    ? Optional.of(finding(from.cast(measured)))
                    : Optional.empty();
        }

        /** A benchmark may have failed: that decides nothing, and is shown on the card. */
        private Finding finding(M measured) {
            try {
                return judging.apply(measured);
            } catch (NotMeasured missing) {
                return Finding.inconclusive(missing.getMessage(), "run the cell above it again");
            }
        }
    }

    private final String notebook;
    private final SequencedMap<String, List<Judge<?>>> claims = new LinkedHashMap<>();
    private final SequencedMap<String, Check<?>> exercises = new LinkedHashMap<>();

    private Lesson(String notebook) {
        this.notebook = notebook;
    }

    /** The lesson of the notebook with this number, such as "02". */
    public static Lesson of(String notebook) {
        return new Lesson(notebook);
    }

    /**
     * Adds how to judge a claim from a kind of result; a claim may be judged from several kinds.
     */
    public <M> Lesson claim(String id, Class<M> from, Function<M, Finding> judging) {
        claims.computeIfAbsent(id, any -> new ArrayList<>()).add(new Judge<>(from, judging));
        return this;
    }

    /** Adds how to check an exercise's answer. */
    public <A> Lesson exercise(String id, Class<A> answer, Check.Judging<A> judging) {
        exercises.put(id, new Check<>(id, answer, judging));
        return this;
    }

    /**
     * Adds how to check an exercise whose answer is measured from a class.
     *
     * @param attempted whether the learner has written something in that class: what is as it was
     *     given is not measured
     */
    public <A> Lesson exercise(
            String id, Predicate<Class<?>> attempted, Class<A> result, Check.Judging<A> judging) {
        exercises.put(id, new Check<>(id, result, judging).measuredFrom(attempted));
        return this;
    }

    /** Adds an exercise that asks for a reason; its folder holds the choices. */
    public Lesson why(String id) {
        return exercise(id, Character.class, Why.of(id));
    }

    String notebook() {
        return notebook;
    }

    SequencedSet<String> claims() {
        return claims.sequencedKeySet();
    }

    SequencedMap<String, Check<?>> exercises() {
        return exercises;
    }

    /** Whether this lesson judges this claim from this kind of result. */
    boolean canJudge(String claim, Object measured) {
        return claims.getOrDefault(claim, List.of()).stream()
                .anyMatch(judge -> judge.from().isInstance(measured));
    }

    /** The finding on a claim, or nothing where this kind of result cannot decide it. */
    Optional<Finding> judge(String claim, Object measured) {
        return claims.getOrDefault(claim, List.of()).stream()
                .flatMap(judge -> judge.judge(measured).stream())
                .findFirst();
    }

    /** The kinds of results that can decide a claim, as a learner would name them. */
    List<String> judgedFrom(String claim) {
        return claims.getOrDefault(claim, List.of()).stream()
                .map(judge -> judge.from().getSimpleName())
                .toList();
    }
}
