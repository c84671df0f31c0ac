Booking booking = (pool, work) -> {
    try (var connection = pool.getConnection()) {
        connection.setAutoCommit(false);
        try {
            work.with(connection);
        } finally {
            connection.commit();
        }
    }
};
