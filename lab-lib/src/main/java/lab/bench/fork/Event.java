package lab.bench.fork;

import java.io.Serializable;

/** What the harness reports while it runs, with the numbers of its orders. */
public sealed interface Event extends Serializable {

    /** A process for the benchmark is about to start. */
    record ForkStarted(int number) implements Event {}

    /** An iteration ended. */
    record Iterated(int number, boolean counted, double score, String unit) implements Event {}

    /** The fork ended with a result. */
    record ForkEnded(int number) implements Event {}

    /** The fork ended without a result, and so the benchmark has none. */
    record Failed(int number, Cause cause) implements Event {}

    /** What a fork has printed; comes before its end. */
    record Said(int number, Printed printed) implements Event {}

    /** What all forks of a benchmark came to. */
    record Concluded(int number, Outcome outcome) implements Event {}

    /** Nothing more comes. */
    record Done() implements Event {}
}
