Sender sender = (file, client) -> {
    file.handler(chunk -> {
        client.write(chunk);
        if (client.writeQueueFull()) {
            file.pause();
            client.drainHandler(drained -> file.resume());
            try { Thread.sleep(5); } catch (InterruptedException stop) { }
        }
    });
    file.endHandler(end -> client.end());
};
