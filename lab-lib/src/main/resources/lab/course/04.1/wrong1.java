LimitedMap limited = (items, limit, load) -> {
    var results = new ArrayList<String>();
    for (int item : items) results.add(load.of(item));
    return results;
};
