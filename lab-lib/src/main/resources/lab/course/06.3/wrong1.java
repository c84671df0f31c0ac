Transfer mine = (pool, from, to, amount) -> {
    var connection = pool.getConnection();
    connection.setAutoCommit(false);
    var entry = connection.prepareStatement("insert into entries values (?, ?)");
    entry.setInt(1, from);
    entry.setInt(2, -amount);
    entry.execute();
    entry.setInt(1, to);
    entry.setInt(2, amount);
    entry.execute();
    connection.commit();
    connection.close();
};
