LoadAll both = loads -> {
    var results = new ArrayList<String>();
    var errors = new ArrayList<Throwable>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var future : threads.invokeAll(loads)) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof IOException)) throw e;
                errors.add(e.getCause());
            }
        }
    }
    return new LoadAll.Loaded(results, errors);
};
