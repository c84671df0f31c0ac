var threads = Executors.newVirtualThreadPerTaskExecutor();
Patient patient = (work, patience) -> {
    var future = threads.submit(work);
    try {
        return future.get(4 * patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
        future.cancel(true);
    }
};
