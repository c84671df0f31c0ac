package lab.chart;

import lab.measure.Comparison;

/** The ends of a whisker: the bar's interval if it is known, and for a size never below zero. */
record Interval(double low, double high) {

    static Interval of(Comparison.Bar bar) {
        if (!Double.isFinite(bar.low()) || !Double.isFinite(bar.high())) {
            return new Interval(bar.value(), bar.value());
        }
        return new Interval(bar.value() >= 0 ? Math.max(0, bar.low()) : bar.low(), bar.high());
    }

    boolean isPoint() {
        return low == high;
    }
}
