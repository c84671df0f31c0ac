package lab.bench.fork;

import java.io.Serializable;

/** What the harness tells while it runs. Items are counted from 0, as in the plan. */
public sealed interface Event extends Serializable {

    /** A process for the item is about to start. */
    record ForkStarted(int item) implements Event {}

    /** An iteration ended. */
    record Iterated(int item, boolean counted, double score, String unit) implements Event {}

    /** The item ended with a result. */
    record Finished(int item, Outcome outcome) implements Event {}

    /** The item ended without a result. */
    record Failed(int item, Cause cause) implements Event {}

    /** What a process of the item has printed; comes before its end. */
    record Said(int item, Printed printed) implements Event {}

    /** Every item ended. */
    record Done() implements Event {}
}
