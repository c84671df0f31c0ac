LoadAll both = loads -> {
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var futures = loads.stream().map(threads::submit).toList();
    Thread.sleep(200);
    return new LoadAll.Loaded(
        futures.stream().filter(f -> f.state() == Future.State.SUCCESS)
            .map(Future::resultNow).toList(),
        futures.stream().filter(f -> f.state() == Future.State.FAILED)
            .map(Future::exceptionNow).toList());
};
