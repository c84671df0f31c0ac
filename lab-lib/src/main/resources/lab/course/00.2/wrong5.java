Function<long[], Long> p99 = latencies ->
    Arrays.stream(latencies).max().getAsLong() * 99 / 100;
