package lab.measure;

/**
 * What a result can look like. Every shape has a chart, a table and an alternative text, so a new
 * subject needs no new drawing code: its result is a record that returns one of these shapes.
 */
public sealed interface Shape permits Comparison, Dots, Sweep, Distribution, Timeline {

    /** One line above the figure: what was measured, not what the result was. */
    String title();
}
