LoadAll both = loads -> {
    var threads = Executors.newFixedThreadPool(5);
    var futures = threads.invokeAll(loads);
    return new LoadAll.Loaded(
        futures.stream().filter(f -> f.state() == Future.State.SUCCESS)
            .map(Future::resultNow).toList(),
        futures.stream().filter(f -> f.state() == Future.State.FAILED)
            .map(Future::exceptionNow).toList());
};
