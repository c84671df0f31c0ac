Sender sender = (file, client) -> {
    // TODO: write every chunk of the file to the client, in order, and end the client's
    //       stream after the last one; while the client is slow, at most 1 MB may wait
    //       in the server. Do not block: this is the event loop. (Without pipeTo.)
    todo();
};
