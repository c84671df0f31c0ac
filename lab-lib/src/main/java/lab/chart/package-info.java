/**
 * Turns any {@link lab.measure.Shape} into a {@link lab.chart.Figure}: a picture, its alternative
 * text and its numbers as a table. Knows shapes only, so a new subject needs no code here.
 */
package lab.chart;
