Sender sender = (file, client) -> {
    file.handler(chunk -> {
        client.write(chunk);
        try {
            while (client.writeQueueFull()) Thread.sleep(1);
        } catch (InterruptedException stop) { }
    });
    file.endHandler(end -> client.end());
};
