Patient patient = (work, patience) -> {
    var future = Executors.newSingleThreadExecutor().submit(work);
    try {
        return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
        future.cancel(true);
    }
};
