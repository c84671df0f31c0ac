LoadAll both = loads -> {
    // TODO: run all loads at the same time; return new LoadAll.Loaded(results, errors)
    //       with every result and every exception of a load, in the order of the loads
    return todo();
};
