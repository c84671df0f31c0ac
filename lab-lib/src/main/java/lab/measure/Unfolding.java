package lab.measure;

import java.util.function.Consumer;

/**
 * An experiment that can be watched: it tells how far it is while it runs.
 *
 * @param <M> what it ends with
 */
public interface Unfolding<M extends Measured> {

    /** Runs it; whatever it tells may be shown or skipped. */
    M run(Consumer<Measured> soFar) throws Exception;
}
