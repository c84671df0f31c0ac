package lab.measure;

/**
 * What a result can look like. A chart, a table and an alternative text can be made from any shape,
 * so a new subject needs no new drawing code: it returns a record that offers one of these.
 */
public sealed interface Shape permits Comparison, Sweep, Distribution, Timeline {

    /** One line above the figure: what was measured, not what came out. */
    String title();
}
