LimitedMap limited = (items, limit, load) -> {
    if (limit < 1) throw new IllegalArgumentException("limit must be at least 1");
    var results = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int from = 0; from < items.size(); from += limit) {
            var chunk = new ArrayList<Callable<String>>();
            for (int item : items.subList(from, Math.min(items.size(), from + limit))) {
                chunk.add(() -> load.of(item));
            }
            for (var future : threads.invokeAll(chunk)) results.add(future.get());
        }
    }
    return results;
};
