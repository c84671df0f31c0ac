Transfer mine = (pool, from, to, amount) -> {
    // TODO: Transfer.enter(connection, from, -amount), then (connection, to, amount): both or neither.
    //       The second fails where there is no such account; the connection must go back all the same
    todo();
};
