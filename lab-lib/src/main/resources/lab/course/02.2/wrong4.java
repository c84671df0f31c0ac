class Slices implements Slicing {
    @Override
    public void run(Vertx vertx, Job job, Runnable done) {
        vertx.setPeriodic(1, id -> {
            if (job.isDone()) {
                done.run();
            } else {
                job.step();
            }
        });
    }
}
var slices = new Slices();
