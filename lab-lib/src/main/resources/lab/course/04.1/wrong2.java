LimitedMap limited = (items, limit, load) -> {
    var futures = new ArrayList<Future<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int item : items) futures.add(threads.submit(() -> load.of(item)));
    }
    var results = new ArrayList<String>();
    for (var future : futures) results.add(future.get());
    return results;
};
