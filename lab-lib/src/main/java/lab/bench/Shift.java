package lab.bench;

/** How far one sample lies above another, with the interval that the spread allows. */
record Shift(double value, double low, double high) {}
