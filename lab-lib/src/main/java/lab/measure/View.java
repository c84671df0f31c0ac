package lab.measure;

import java.util.List;

/** A figure with its sentence and its caveats, and nothing else. */
record View(Shape shape, String finding, List<String> caveats) implements Measured {

    @Override
    public String toString() {
        return finding;
    }
}
