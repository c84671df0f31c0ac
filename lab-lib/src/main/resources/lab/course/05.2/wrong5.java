Booking booking = (pool, work) -> {
    var connection = pool.getConnection();
    try {
        connection.setAutoCommit(false);
        work.with(connection);
        connection.commit();
    } catch (Exception e) {
        connection.rollback();
        connection.close();
        throw e;
    }
};
