Predicate<Lag> alert = lag -> {
    // TODO: fire in an outage of one second and under steady lag, not on a quiet day
    //       (the figures are in lag.latency())
    return todo();
};
