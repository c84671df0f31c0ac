class Slices implements Slicing {
    @Override
    public void run(Vertx vertx, Job job, Runnable done) {
        if (job.isDone()) {
            done.run();
            return;
        }
        job.step();
        vertx.runOnContext(again -> run(vertx, job, done));
    }
}
var slices = new Slices();
