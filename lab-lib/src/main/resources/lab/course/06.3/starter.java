Transfer mine = (pool, from, to, amount) -> {
    // TODO: Transfer.enter(connection, from, -amount), then
    //       Transfer.enter(connection, to, amount): both or neither.
    //       If the second fails, report it, and give the connection back.
    todo();
};
