LimitedMap limited = (items, limit, load) -> {
    if (limit < 1) throw new IllegalArgumentException("limit must be at least 1");
    var threads = Executors.newFixedThreadPool(limit);
    var failed = new AtomicBoolean();
    var futures = new ArrayList<Future<String>>();
    for (int item : items) {
        futures.add(threads.submit(() -> {
            if (failed.get()) throw new CancellationException();
            try { return load.of(item); }
            catch (Exception e) { failed.set(true); throw e; }
        }));
    }
    var results = new ArrayList<String>();
    for (var future : futures) results.add(future.get());
    return results;
};
