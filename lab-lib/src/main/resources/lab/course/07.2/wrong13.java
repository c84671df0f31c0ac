Sender sender = (file, client) -> {
    file.handler(chunk -> {
        client.write(chunk);
        if (client.writeQueueFull()) throw new IllegalStateException("too slow");
    });
    file.endHandler(end -> client.end());
};
