var threads = Executors.newVirtualThreadPerTaskExecutor();
Patient patient = (work, patience) -> {
    var future = threads.submit(work);
    try {
        return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
        return "too late";
    } finally {
        future.cancel(true);
    }
};
