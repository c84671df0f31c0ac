Transfer mine = (pool, from, to, amount) -> {
    var connection = pool.getConnection();
    connection.setAutoCommit(false);
    Transfer.enter(connection, from, -amount);
    Transfer.enter(connection, to, amount);
    connection.commit();
    connection.close();
};
