Transfer mine = (pool, from, to, amount) -> {
    try (var connection = pool.getConnection();
         var ask = connection.prepareStatement("select id from accounts where id = ?")) {
        for (int account : new int[] {from, to}) {
            ask.setInt(1, account);
            if (!ask.executeQuery().next()) {
                throw new SQLException("no account " + account);
            }
        }
        Transfer.enter(connection, from, -amount);
        Transfer.enter(connection, to, amount);
    }
};
