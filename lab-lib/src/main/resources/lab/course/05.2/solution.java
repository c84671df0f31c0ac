Booking booking = (pool, work) -> {
    try (var connection = pool.getConnection()) {
        connection.setAutoCommit(false);
        try {
            work.with(connection);
            connection.commit();
        } catch (Exception e) {
            connection.rollback();
            throw e;
        }
    }
};
