Asking returned = connection -> {
    // N+1: for each user, select count(*) from orders
    //      where user_id = … and state = 'returned'
    // TODO: return the same Map, name -> count (0 if nothing was returned),
    //       with one statement
    return todo();
};
