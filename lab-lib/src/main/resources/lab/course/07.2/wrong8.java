Sender sender = (file, client) -> {
    var vertx = io.vertx.core.Vertx.currentContext().owner();
    file.handler(chunk -> {
        client.write(chunk);
        file.pause();
        vertx.setTimer(5, later -> file.resume());
    });
    file.endHandler(end -> client.end());
};
