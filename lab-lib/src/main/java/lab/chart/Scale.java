package lab.chart;

/** Where on an axis a value stands. */
enum Scale {
    LINEAR,
    LOGARITHMIC,
    /** Percentiles: 90, 99 and 99.9 stand at equal distances. */
    NINES,
    /** Names, one a row. */
    ROWS;

    /** Values that differ by more than this factor can be seen together only in logarithms. */
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
