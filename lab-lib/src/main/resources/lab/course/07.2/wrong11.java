Sender sender = (file, client) -> {
    file.pipeTo(client);
};
