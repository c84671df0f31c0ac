Predicate<Lag> alert = lag -> {
    // TODO: true for an outage of one second and for steady lag, false on a quiet day
    //       (the numbers are in lag.latency())
    return todo();
};
