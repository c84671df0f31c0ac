Executor bounded = Executors.newFixedThreadPool(8);
