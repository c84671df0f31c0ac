Offload offload = (vertx, work) -> Future.succeededFuture(work.call());
