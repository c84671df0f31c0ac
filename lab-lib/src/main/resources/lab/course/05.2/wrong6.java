Booking booking = (pool, work) -> {
    var connection = pool.getConnection();
    connection.setAutoCommit(false);
    try {
        work.with(connection);
    } catch (Exception e) {
        connection.rollback();
        connection.close();
        throw e;
    }
    connection.commit();
    connection.close();
};
