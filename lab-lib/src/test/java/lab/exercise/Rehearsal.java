package lab.exercise;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import lab.measure.Measured;
import lab.measure.Shape;

/** A classroom for tests: a lesson with made-up results. */
final class Rehearsal {

    private Rehearsal() {}

    /** A made-up result. */
    record Score(double factor) {}

    /** A made-up result with a caveat. */
    record Loud() implements Measured {

        @Override
        public Shape shape() {
            throw new UnsupportedOperationException("nothing is drawn here");
        }

        @Override
        public String finding() {
            return "loud";
        }

        @Override
        public List<String> caveats() {
            return List.of("other programs used a CPU");
        }
    }

    static Lesson lesson(String notebook) {
        return Lesson.of(notebook)
                .claim("C45", Score.class, Rehearsal::judge)
                .claim("C45", Loud.class, loud -> Finding.holds("×2", "measure"))
                .exercise("00.2", Function.class, Rehearsal::check);
    }

    static Finding judge(Score score) {
        if (Double.isNaN(score.factor())) {
            return Finding.inconclusive("nothing", "run it again").bearingOut('a');
        }
        var finding = Finding.of(score.factor() > 2, "×" + score.factor(), "measure");
        return score.factor() == 1
                ? finding
                : finding.bearingOut(Prediction.choice("00.1", score.factor()));
    }

    @SuppressWarnings("unchecked")
    private static Verdict check(Function<?, ?> answer) {
        return ((Function<Integer, Integer>) answer).apply(20) == 40
                ? new Verdict.Passed("It doubles.")
                : new Verdict.Wrong("It does not double.", "Twice.");
    }

    /** A classroom with these lessons and its journal in this folder. */
    static Classroom open(Path home, Lesson... lessons) {
        return new Classroom(
                List.of(lessons),
                Journal.in(home.resolve("progress.json")),
                ThreadGroup::interrupt);
    }
}
