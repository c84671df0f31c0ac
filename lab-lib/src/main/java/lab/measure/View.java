package lab.measure;

/** A figure with its sentence, and nothing else. */
record View(Shape shape, String finding) implements Measured {

    @Override
    public String toString() {
        return finding;
    }
}
