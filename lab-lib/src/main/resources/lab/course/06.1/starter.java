Asking returned = connection -> {
    // For each user, select count(*) from orders where user_id = … and state = 'returned': N+1.
    // TODO: return the same Map, name -> count (0 if nothing was returned), with one statement
    return todo();
};
