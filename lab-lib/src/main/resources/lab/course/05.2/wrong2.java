Booking booking = (pool, work) -> {
    try (var connection = pool.getConnection()) {
        work.with(connection);
    }
};
