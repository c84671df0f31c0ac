Function<long[], Long> p99 = latencies -> {
    long[] sorted = Arrays.stream(latencies).distinct().sorted().toArray();
    return sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
};
