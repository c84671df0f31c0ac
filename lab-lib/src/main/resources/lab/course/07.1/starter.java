Loader loader = file -> {
    // TODO: add up the amounts of each city in cents, and count the sales and the bad
    //       rows (fewer or more than six fields, or an amount of another form than
    //       12.34): return new Loaded(cents, rows, bad). It runs in a JVM with -Xmx32m,
    //       and the file is larger. Leave no file open. (No field has quotes.)
    return todo();
};
