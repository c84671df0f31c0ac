Sender sender = (file, client) -> {
    file.handler(client::write);
    file.endHandler(end -> client.end());
};
