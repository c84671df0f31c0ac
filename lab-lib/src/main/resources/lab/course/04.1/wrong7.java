LimitedMap limited = (items, limit, load) -> {
    var permits = new Semaphore(Math.max(1, limit));
    var failed = new AtomicBoolean();
    var futures = new ArrayList<Future<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int item : items) {
            permits.acquire();
            if (failed.get()) break;
            futures.add(threads.submit(() -> {
                try { return load.of(item); }
                catch (Exception e) { failed.set(true); throw e; }
                finally { permits.release(); }
            }));
        }
    }
    var results = new ArrayList<String>();
    for (var future : futures) results.add(future.get());
    return results;
};
