Booking booking = (pool, work) -> {
    var connection = pool.getConnection();
    connection.setAutoCommit(false);
    work.with(connection);
    connection.commit();
    connection.close();
};
