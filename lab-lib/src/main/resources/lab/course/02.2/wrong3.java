class Slices implements Slicing {
    @Override
    public void run(Vertx vertx, Job job, Runnable done) {
        if (job.isDone()) {
            done.run();
            return;
        }
        for (int step = 0; step < 7; step++) {
            job.step();
        }
        vertx.setTimer(1, again -> run(vertx, job, done));
    }
}
var slices = new Slices();
