package lab.async;

import java.util.List;

/** A function that is applied to all items, by a limited number of calls at a time. */
public interface LimitedMap {

    /** A call for one item. */
    interface Load {
        String of(int item) throws Exception;
    }

    /**
     * Applies the call to all items.
     *
     * @return the results, in the order of the items
     * @throws Exception the exception of a call that failed
     */
    List<String> map(List<Integer> items, int limit, Load load) throws Exception;
}
