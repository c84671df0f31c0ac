Transfer mine = (pool, from, to, amount) -> {
    try (var connection = pool.getConnection()) {
        Transfer.enter(connection, from, -amount);
        try {
            Transfer.enter(connection, to, amount);
        } catch (SQLException e) {
            connection.createStatement().execute("delete from entries where account = " + from);
            throw e;
        }
    }
};
