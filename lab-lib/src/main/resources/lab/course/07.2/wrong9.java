Sender sender = (file, client) -> {
    file.handler(chunk -> {
        client.write(chunk);
        if (client.writeQueueFull()) {
            file.pause();
        }
    });
    file.endHandler(end -> client.end());
};
