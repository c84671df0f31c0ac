Predicate<Lag> alert = lag -> lag.latency().max().compareTo(ofMillis(100)) > 0;
