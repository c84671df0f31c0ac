Transfer mine = (pool, from, to, amount) -> {
    // TODO: Transfer.enter(connection, from, -amount), then Transfer.enter(connection, to, amount):
    //       both or neither. When the second fails, say so, and give the connection back.
    todo();
};
