Booking booking = (pool, work) -> {
    // TODO: borrow a connection, do work.with(connection) in one transaction;
    //       when the work throws, nothing of it may stay, the connection must go back,
    //       and the exception must reach the caller
    todo();
};
