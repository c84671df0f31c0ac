Executor bounded = Executors.newVirtualThreadPerTaskExecutor();
