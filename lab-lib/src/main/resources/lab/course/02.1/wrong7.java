Offload offload = (vertx, work) ->
    vertx.executeBlocking(() -> { work.call(); return work.call(); }, false);
