var threads = Executors.newVirtualThreadPerTaskExecutor();
Patient patient = (work, patience) -> {
    var future = threads.submit(work);
    try {
        return future.get(100, TimeUnit.MILLISECONDS);
    } finally {
        future.cancel(true);
    }
};
