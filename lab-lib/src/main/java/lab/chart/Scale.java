package lab.chart;

/** The position of a value on an axis. */
enum Scale {
    LINEAR,
    LOGARITHMIC,
    /** Percentiles: 90, 99 and 99.9 are at equal distances. */
    NINES,
    /** Names, one per row. */
    ROWS;

    /**
     * Values that differ by more than this factor are visible together only on a logarithmic axis.
     */
    private static final double WIDE = 50;

    double position(double value) {
        return switch (this) {
            case LINEAR, ROWS -> value;
            case LOGARITHMIC -> Math.log10(value);
            case NINES -> -Math.log10(1 - value / 100);
        };
    }

    static boolean isWide(double smallest, double largest) {
        return smallest > 0 && largest / smallest > WIDE;
    }
}
