package lab.course.queries;

import lab.exercise.Verdict;
import lab.query.Aftermath;
import lab.query.Aftermath.Traces;
import lab.query.Transfer;

/** Exercise 06.3: a transfer that leaves nothing behind when it fails half-way. */
final class BothOrNeither {

    private BothOrNeither() {}

    static Verdict check(Transfer transfer) throws Exception {
        return judge(Aftermath.of("yours", transfer).all().getFirst());
    }

    private static Verdict judge(Traces left) {
        if (left.lost() > 0) {
            return new Verdict.Wrong(
                    "%d connections were not returned to the pool.".formatted(left.lost()),
                    "Which line returns it when a statement before that line throws?");
        }
        if (left.halves() > 0) {
            return new Verdict.Wrong(
                    "%d failed transfers left one of their two entries.".formatted(left.halves()),
                    "Where does the transaction begin, and what ends it when it fails?");
        }
        if (left.silent() > 0) {
            return new Verdict.Wrong(
                    "%d transfers failed, and the caller received no exception."
                            .formatted(left.silent()),
                    "After the rollback, rethrow what you caught.");
        }
        return left.done() == Aftermath.TRIES
                ? new Verdict.Passed("Both or neither, and every connection was returned.")
                : new Verdict.Wrong(
                        "%d of %d transfers were kept.".formatted(left.done(), Aftermath.TRIES),
                        "Where is the commit? And which account pays which?");
    }
}
