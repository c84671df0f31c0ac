LimitedMap limited = (items, limit, load) -> {
    var results = Collections.synchronizedList(new ArrayList<String>());
    try (var threads = Executors.newFixedThreadPool(limit)) {
        for (int item : items) threads.submit(() -> results.add(load.of(item)));
    }
    return results;
};
