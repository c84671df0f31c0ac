package lab.measure;

/** Code asks a result for a part that this run did not measure, such as a failed benchmark. */
public final class NotMeasured extends IllegalArgumentException {

    public NotMeasured(String message) {
        super(message);
    }
}
