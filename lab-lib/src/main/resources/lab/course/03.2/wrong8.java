Executor bounded = Runnable::run;
