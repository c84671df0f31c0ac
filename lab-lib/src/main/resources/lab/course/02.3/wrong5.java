Predicate<Lag> alert = lag -> lag.latency().max().toMillis() % 50 == 0;
