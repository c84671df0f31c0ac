package lab.exercise;

/**
 * How a learner's predictions turned out (C45).
 *
 * @param right how many came true
 * @param settled how many have an answer
 */
public record Predicted(int right, int settled) {

    /** How many turned out wrong. */
    public int wrong() {
        return settled - right;
    }

    @Override
    public String toString() {
        return "%d of %d predictions were wrong".formatted(wrong(), settled);
    }
}
