Sender sender = (file, client) -> {
    file.handler(chunk -> {
        client.write(chunk);
        if (client.writeQueueFull()) {
            file.pause();
            client.drainHandler(drained -> file.resume());
        }
    });
    file.endHandler(end -> client.end());
};
