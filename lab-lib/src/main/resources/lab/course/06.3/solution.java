Transfer mine = (pool, from, to, amount) -> {
    try (var connection = pool.getConnection()) {
        connection.setAutoCommit(false);
        try {
            Transfer.enter(connection, from, -amount);
            Transfer.enter(connection, to, amount);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }
};
