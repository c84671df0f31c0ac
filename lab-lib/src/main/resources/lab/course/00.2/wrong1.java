Function<long[], Long> p99 = latencies -> {
    long[] sorted = latencies.clone();
    Arrays.sort(sorted);
    return sorted[(int) (0.99 * sorted.length)];
};
