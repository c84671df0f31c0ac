Function<long[], Long> p99 = latencies -> {
    long[] sorted = latencies.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(0.99 * sorted.length);
    return sorted[rank - 1];
};
