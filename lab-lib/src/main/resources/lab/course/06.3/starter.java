Transfer mine = (pool, from, to, amount) -> {
    // TODO: insert into entries values (from, -amount), then (to, amount): both or neither.
    //       The second fails where there is no such account; the connection must go back all the same
    todo();
};
