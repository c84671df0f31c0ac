Booking booking = (pool, work) -> {
    var connection = pool.getConnection();
    try {
        connection.setAutoCommit(false);
        work.with(connection);
        connection.commit();
        connection.close();
    } catch (Exception e) {
        try { connection.rollback(); } finally { connection.close(); }
        throw e;
    }
};
