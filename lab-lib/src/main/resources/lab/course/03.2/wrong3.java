Executor bounded = new ThreadPoolExecutor(8, 8, 1, TimeUnit.SECONDS,
    new ArrayBlockingQueue<>(20));
