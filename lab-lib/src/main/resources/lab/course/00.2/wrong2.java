Function<long[], Long> p99 = latencies -> latencies[latencies.length * 99 / 100 - 1];
