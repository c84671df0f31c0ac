package lab.measure;

import java.util.function.Consumer;

/**
 * An experiment that can be watched: it reports intermediate results while it runs.
 *
 * @param <M> the type of its final result
 */
public interface Unfolding<M extends Measured> {

    /** Runs the experiment; each intermediate result may be shown or skipped. */
    M run(Consumer<Measured> soFar) throws Exception;
}
