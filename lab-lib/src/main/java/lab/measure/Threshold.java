package lab.measure;

/**
 * A line through a figure with which its values are compared, such as the limit of an alert.
 *
 * @param label the text beside it
 * @param value its place, in the unit of the values
 */
public record Threshold(String label, double value) {}
