package lab.exercise;

import java.util.Optional;

/** What a check says about an answer. A verdict never stops a notebook: it is not an error. */
public sealed interface Verdict extends Card {

    /** The answer does what was asked. */
    record Passed(String note) implements Verdict {
        @Override
        public Box box() {
            return new Box(Box.Tone.GOOD, "Passed", note);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** The exercise is as it was given: there is nothing to judge yet. */
    record NotYet(String nudge) implements Verdict {
        @Override
        public Box box() {
            return new Box(Box.Tone.OPEN, "Not yet", nudge);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** The answer does something else: what was seen, and where to look next. */
    record Wrong(String seen, String nudge) implements Verdict {
        @Override
        public Box box() {
            return new Box(Box.Tone.BAD, "Wrong", seen, nudge);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A fault that a check has found, where others find none. */
    static Optional<Verdict> wrong(String seen, String nudge) {
        return Optional.of(new Wrong(seen, nudge));
    }

    /** This verdict as it is shown. */
    Box box();

    @Override
    default String html() {
        return box().html();
    }

    @Override
    default String text() {
        return box().text();
    }
}
