Predicate<Lag> alert = lag -> lag.latency().max().compareTo(ofMillis(149)) > 0;
