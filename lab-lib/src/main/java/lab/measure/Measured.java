package lab.measure;

import java.util.List;
import java.util.Optional;

/** The result of a measurement: one shape to draw, and one sentence that states what was found. */
public interface Measured {

    /** The figure of this result. */
    Shape shape();

    /** What was found, in one sentence with its numbers; it serves as the figure's text. */
    String finding();

    /** The numbers to show beside the figure, where they say more than the shape's own. */
    default Optional<Table> table() {
        return Optional.empty();
    }

    /**
     * Why the numbers of this result deserve less trust, such as other programs on the same CPUs. A
     * caveat is shown beside a verdict and never decides it.
     */
    default List<String> caveats() {
        return List.of();
    }

    /** Another view of a result: a figure of its own with its sentence. */
    static Measured of(Shape shape, String finding) {
        return new View(shape, finding, List.of());
    }

    /** Another view of this result: a figure and a sentence of its own with the same caveats. */
    default Measured as(Shape shape, String finding) {
        return new View(shape, finding, caveats());
    }

    /** Another view of this result: a figure of its own with the same sentence and caveats. */
    default Measured as(Shape shape) {
        return new View(shape, finding(), caveats());
    }
}
