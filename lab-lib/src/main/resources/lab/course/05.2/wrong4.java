Booking booking = (pool, work) -> {
    try (var connection = pool.getConnection()) {
        connection.setAutoCommit(false);
        work.with(connection);
        connection.commit();
    } catch (Exception e) {
        throw new IllegalStateException("not booked");
    }
};
