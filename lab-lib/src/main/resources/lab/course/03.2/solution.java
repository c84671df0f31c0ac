Executor bounded = new ThreadPoolExecutor(8, 8, 0, TimeUnit.SECONDS,
    new ArrayBlockingQueue<>(20), new ThreadPoolExecutor.CallerRunsPolicy());
