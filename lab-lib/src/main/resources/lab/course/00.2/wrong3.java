Function<long[], Long> p99 = latencies -> (long) Math.ceil(0.99 * latencies.length);
