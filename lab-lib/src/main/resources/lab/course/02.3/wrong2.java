Predicate<Lag> alert = lag -> lag.latency().max().compareTo(ofMillis(10)) > 0;
