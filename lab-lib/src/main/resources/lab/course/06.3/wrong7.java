Transfer mine = (pool, from, to, amount) -> {
    try (var connection = pool.getConnection()) {
        connection.setAutoCommit(false);
        Transfer.enter(connection, from, -amount);
        Transfer.enter(connection, to, amount);
        Transfer.enter(connection, from, -1);
        connection.commit();
    }
};
