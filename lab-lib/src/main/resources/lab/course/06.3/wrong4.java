Transfer mine = (pool, from, to, amount) -> {
    try (var connection = pool.getConnection()) {
        Transfer.enter(connection, to, amount);
        Transfer.enter(connection, from, -amount);
    }
};
