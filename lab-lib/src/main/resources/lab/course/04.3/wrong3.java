LoadAll both = loads -> {
    var results = new ArrayList<String>();
    var errors = new ArrayList<Throwable>();
    for (var load : loads) {
        try { results.add(load.call()); } catch (Exception e) { errors.add(e); }
    }
    return new LoadAll.Loaded(results, errors);
};
