class Slices implements Slicing {
    @Override
    public void run(Vertx vertx, Job job, Runnable done) {
        // TODO: call job.step() until job.isDone(), then done.run();
        //       stay on the loop, but let it serve other requests between the steps
        todo();
    }
}
var slices = new Slices();
