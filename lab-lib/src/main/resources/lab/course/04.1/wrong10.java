LimitedMap limited = (items, limit, load) -> {
    if (limit < 1) throw new IllegalArgumentException("limit must be at least 1");
    var permits = new Semaphore(limit);
    var failed = new AtomicBoolean();
    var futures = new ArrayList<Future<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int item : items) {
            permits.acquire();
            if (failed.get()) break;
            futures.add(threads.submit(() -> {
                try {
                    var result = load.of(item);
                    permits.release();
                    return result;
                } catch (Exception e) { failed.set(true); throw e; }
            }));
        }
    }
    var results = new ArrayList<String>();
    for (var future : futures) results.add(future.get());
    return results;
};
