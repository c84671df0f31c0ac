Sender sender = (file, client) -> {
    var asked = new AtomicBoolean();
    file.handler(chunk -> {
        client.write(chunk);
        if (client.writeQueueFull() && asked.compareAndSet(false, true)) {
            file.pause();
            client.drainHandler(drained -> file.resume());
        }
    });
    file.endHandler(end -> client.end());
};
