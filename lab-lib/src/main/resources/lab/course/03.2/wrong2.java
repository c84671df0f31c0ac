Executor bounded = new ThreadPoolExecutor(2, 8, 1, TimeUnit.SECONDS,
    new ArrayBlockingQueue<>(20), new ThreadPoolExecutor.CallerRunsPolicy());
