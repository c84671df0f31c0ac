Offload offload = (vertx, work) -> {
    // TODO: run work::call so that the loop stays free and four of them run at once;
    //       return the Future of its result
    return todo();
};
