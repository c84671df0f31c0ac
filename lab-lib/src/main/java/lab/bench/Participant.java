package lab.bench;

import lab.bench.fork.Item;

/**
 * A benchmark that takes part in the rounds of a run.
 *
 * @param item what one fork of it runs at first
 * @param forks how many forks count: at most, or exactly where they are fixed
 * @param isFixed whether the class or the options set that number, so that all of them run
 * @param warmupForks how many forks run before, and do not count
 * @param warmsUpFreely whether neither class nor options set the warm-up, so that it may be
 *     lengthened
 * @param measuresFreely whether neither set the measurement either, so that both may be shortened
 */
record Participant(
        Item item,
        int forks,
        boolean isFixed,
        int warmupForks,
        boolean warmsUpFreely,
        boolean measuresFreely) {}
