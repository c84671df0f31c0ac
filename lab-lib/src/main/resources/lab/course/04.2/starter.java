var threads = Executors.newVirtualThreadPerTaskExecutor();
Patient patient = (work, patience) -> {
    // TODO: run the work and return its result, or let its exception reach the caller;
    //       when the patience is over, throw a TimeoutException and stop the work
    return todo();
};
