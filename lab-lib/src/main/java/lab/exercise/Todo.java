package lab.exercise;

/** Thrown where the learner has not written an exercise's code yet; the check says "Not yet". */
public final class Todo extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Todo() {
        super("this code is not written yet: it is the TODO of the exercise");
    }
}
