Offload offload = (vertx, work) -> vertx.executeBlocking(work);
