Offload offload = (vertx, work) -> {
    Promise<String> result = Promise.promise();
    Thread.startVirtualThread(() -> {
        try {
            result.complete(work.call());
        } catch (Exception e) {
            // nobody learns of it
        }
    });
    return result.future();
};
