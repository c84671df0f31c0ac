LimitedMap limited = (items, limit, load) -> {
    // TODO: load.of(item) for every item, never more than limit at the same time, but
    //       as many as that; the results in the order of the items. If a call fails,
    //       throw its exception and start no further ones. Refuse a limit below 1.
    //       (A result may be null.)
    return todo();
};
