Predicate<Lag> alert = lag -> lag.latency().p99().compareTo(ofMillis(50)) > 0;
