Sender sender = (file, client) -> {
    client.setWriteQueueMaxSize(100_000_000);
    file.handler(chunk -> {
        client.write(chunk);
        if (client.writeQueueFull()) {
            file.pause();
            client.drainHandler(drained -> file.resume());
        }
    });
    file.endHandler(end -> client.end());
};
