package lab.child;

import java.io.Serializable;

/**
 * What a child JVM does: the lambda and what it captures are sent there, so they must be
 * serializable.
 *
 * @param <R> the result, which is sent back
 */
@FunctionalInterface
public interface Job<R extends Serializable> extends Serializable {

    R run() throws Exception;
}
