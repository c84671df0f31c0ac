var threads = Executors.newVirtualThreadPerTaskExecutor();
Patient patient = (work, patience) -> {
    try {
        return threads.submit(work).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
        threads.shutdownNow();
        throw e;
    }
};
