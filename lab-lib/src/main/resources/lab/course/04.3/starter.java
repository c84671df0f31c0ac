LoadAll both = loads -> {
    // TODO: run all loads at the same time; return new LoadAll.Loaded(results, errors):
    //       the lists of all results and of all exceptions, in the order of the loads
    return todo();
};
