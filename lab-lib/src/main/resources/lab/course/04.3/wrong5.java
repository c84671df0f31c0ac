LoadAll both = loads -> {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var futures = threads.invokeAll(loads);
        return new LoadAll.Loaded(
            futures.stream().map(f -> f.state() == Future.State.SUCCESS ? f.resultNow() : null)
                .toList(),
            List.of());
    }
};
