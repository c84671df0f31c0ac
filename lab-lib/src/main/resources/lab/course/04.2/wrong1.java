var threads = Executors.newVirtualThreadPerTaskExecutor();
Patient patient = (work, patience) ->
    threads.submit(work).get(patience.toMillis(), TimeUnit.MILLISECONDS);
