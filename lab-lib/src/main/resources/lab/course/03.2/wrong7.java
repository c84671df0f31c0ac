Executor bounded = new ThreadPoolExecutor(8, 28, 1, TimeUnit.SECONDS,
    new SynchronousQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());
