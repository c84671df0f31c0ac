LoadAll both = loads -> {
    var results = new ArrayList<String>();
    var errors = new ArrayList<Throwable>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var future : threads.invokeAll(loads)) results.add(future.get());
    } catch (ExecutionException e) {
        errors.add(e.getCause());
    }
    return new LoadAll.Loaded(results, errors);
};
