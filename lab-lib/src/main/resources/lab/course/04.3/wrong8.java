LoadAll both = loads -> {
    var errors = Collections.synchronizedList(new ArrayList<Throwable>());
    var tasks = new ArrayList<Callable<String>>();
    for (var load : loads) {
        tasks.add(() -> {
            try { return load.call(); } catch (Exception e) { errors.add(e); return null; }
        });
    }
    var results = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var future : threads.invokeAll(tasks)) {
            if (future.get() != null) results.add(future.get());
        }
    }
    return new LoadAll.Loaded(results, errors);
};
