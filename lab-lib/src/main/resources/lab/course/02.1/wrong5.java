Offload offload = (vertx, work) -> {
    var result = vertx.executeBlocking(work, false);
    Thread.sleep(100);
    return result;
};
