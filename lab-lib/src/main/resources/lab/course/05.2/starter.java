Booking booking = (pool, work) -> {
    // TODO: borrow a connection, run work.with(connection) in one transaction;
    //       if the work throws: undo all its changes, give the connection back,
    //       and let the exception reach the caller
    todo();
};
