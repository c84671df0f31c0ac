package lab.measure;

import java.util.Objects;
import java.util.stream.Stream;

/** An exception and its causes. */
public final class CauseChain {

    private CauseChain() {}

    /** The exception, its cause, the cause of that, and so on. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }
}
