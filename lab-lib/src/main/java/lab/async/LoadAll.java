package lab.async;

import java.util.List;
import java.util.concurrent.Callable;

/** Loads several things at the same time and keeps what succeeded and what failed. */
public interface LoadAll {

    /** The results and the errors, each in the order of the loads. */
    record Loaded(List<String> results, List<? extends Throwable> errors) {}

    /** Runs all loads. */
    Loaded of(List<Callable<String>> loads) throws Exception;
}
