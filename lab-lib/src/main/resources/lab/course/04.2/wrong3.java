Patient patient = (work, patience) -> {
    try (var own = Executors.newVirtualThreadPerTaskExecutor()) {
        return own.submit(work).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
};
