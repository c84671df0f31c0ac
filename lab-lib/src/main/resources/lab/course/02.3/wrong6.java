Predicate<Lag> alert = lag -> lag.latency().max().compareTo(ofMillis(31)) > 0;
