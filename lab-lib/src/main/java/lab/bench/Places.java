package lab.bench;

import lab.bench.fork.Cause;
import lab.bench.source.Compilation;

/** Finds the learner's line in which a benchmark failed. */
record Places(Compilation compilation) {

    /** The error, with the place and the line itself where they are known. */
    String describe(Cause cause) {
        return cause.error()
                + compilation.place(cause.type(), cause.line()).map(" (%s)"::formatted).orElse("");
    }
}
