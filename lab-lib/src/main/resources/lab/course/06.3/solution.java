Transfer mine = (pool, from, to, amount) -> {
    try (var connection = pool.getConnection();
         var entry = connection.prepareStatement("insert into entries values (?, ?)")) {
        connection.setAutoCommit(false);
        try {
            entry.setInt(1, from);
            entry.setInt(2, -amount);
            entry.execute();
            entry.setInt(1, to);
            entry.setInt(2, amount);
            entry.execute();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }
};
