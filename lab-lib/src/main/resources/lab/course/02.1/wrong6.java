Offload offload = (vertx, work) -> {
    vertx.executeBlocking(work, false);
    return Future.succeededFuture("done");
};
