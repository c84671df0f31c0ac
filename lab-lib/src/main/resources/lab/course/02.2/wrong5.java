class Slices implements Slicing {
    @Override
    public void run(Vertx vertx, Job job, Runnable done) {
        Vertx.vertx().runOnContext(other -> {
            while (!job.isDone()) {
                job.step();
            }
            done.run();
        });
    }
}
var slices = new Slices();
