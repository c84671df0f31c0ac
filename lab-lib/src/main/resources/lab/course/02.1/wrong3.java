Offload offload = (vertx, work) -> vertx.executeBlocking(() -> {
    try {
        return work.call();
    } catch (Exception e) {
        return null;
    }
}, false);
