var threads = Executors.newVirtualThreadPerTaskExecutor();
Patient patient = (work, patience) -> {
    var future = threads.submit(work);
    Thread.sleep(patience);
    if (future.isDone()) return future.get();
    future.cancel(true);
    throw new TimeoutException();
};
