Predicate<Lag> alert = lag -> lag.latency().curve().stream()
    .filter(point -> point.percentile() >= 99.99)
    .findFirst().get().latency().toMillis() > 100;
