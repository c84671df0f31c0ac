Offload offload = (vertx, work) -> {
    // TODO: let work.call() run so that the loop stays free and four run at once;
    //       return the Future of its result
    return todo();
};
