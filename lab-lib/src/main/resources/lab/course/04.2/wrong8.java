var threads = Executors.newVirtualThreadPerTaskExecutor();
Patient patient = (work, patience) -> {
    var future = threads.submit(work);
    try {
        return future.get(patience.toSeconds(), TimeUnit.SECONDS);
    } finally {
        future.cancel(true);
    }
};
