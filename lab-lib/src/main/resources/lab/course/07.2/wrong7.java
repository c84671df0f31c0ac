Sender sender = (file, client) -> {
    var waiting = new ArrayDeque<io.vertx.core.buffer.Buffer>();
    var done = new AtomicBoolean();
    Runnable drain = () -> {
        while (!waiting.isEmpty() && !client.writeQueueFull()) {
            client.write(waiting.poll());
        }
        if (waiting.isEmpty() && done.get()) client.end();
    };
    client.drainHandler(drained -> drain.run());
    file.handler(chunk -> { waiting.add(chunk); drain.run(); });
    file.endHandler(end -> { done.set(true); drain.run(); });
};
