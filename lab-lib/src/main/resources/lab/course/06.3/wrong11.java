Transfer mine = (pool, from, to, amount) -> {
    var connection = pool.getConnection();
    try {
        connection.setAutoCommit(false);
        Transfer.enter(connection, from, -amount);
        Transfer.enter(connection, to, amount);
        connection.commit();
    } catch (SQLException e) {
        connection.rollback();
        connection.close();
        throw e;
    }
    connection.close();
};
