Offload offload = (vertx, work) -> {
    // TODO: run work.call() so that the loop stays free and four calls run at once;
    //       return the Future of its result or of its exception
    return todo();
};
