LimitedMap limited = (items, limit, load) -> {
    if (limit < 1) throw new IllegalArgumentException("limit must be at least 1");
    var threads = Executors.newFixedThreadPool(limit);
    try {
        var futures = new ArrayList<Future<String>>();
        for (int item : items) futures.add(threads.submit(() -> load.of(item)));
        var results = new ArrayList<String>();
        for (var future : futures) results.add(future.get());
        return results;
    } finally {
        threads.shutdownNow();
    }
};
