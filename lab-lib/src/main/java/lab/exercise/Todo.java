package lab.exercise;

/** Thrown where an exercise's code is still to be written; a check says "Not yet" to it. */
public final class Todo extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Todo() {
        super("this is still to be written: the exercise's TODO");
    }
}
