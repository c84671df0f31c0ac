Sender sender = (file, client) -> {
    file.handler(chunk -> {
        if (!client.writeQueueFull()) client.write(chunk);
    });
    file.endHandler(end -> client.end());
};
