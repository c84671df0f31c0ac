var threads = Executors.newVirtualThreadPerTaskExecutor();
Patient patient = (work, patience) -> {
    var future = threads.submit(work);
    try {
        return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
        throw (Exception) new TimeoutException().initCause(e);
    } finally {
        future.cancel(true);
    }
};
