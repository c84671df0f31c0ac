package lab;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lab.bench.Bench;
import lab.bench.BenchOptions;
import lab.bench.BenchResult;
import lab.bench.History;
import lab.bench.Past;
import lab.bench.source.CellSources;
import lab.chart.Figure;
import lab.course.Course;
import lab.dataset.Dataset;
import lab.exercise.Card;
import lab.exercise.Classroom;
import lab.exercise.Journal;
import lab.exercise.Todo;
import lab.exercise.Verdict;
import lab.jupyter.ClassicIJava;
import lab.jupyter.Notebook;
import lab.load.Arrivals;
import lab.load.Load;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Measured;
import lab.measure.Pace;
import lab.measure.Race;
import lab.measure.Require;
import lab.measure.Task;
import lab.measure.Turns;
import lab.measure.Unfolding;

/**
 * The verbs of a cell, by {@code import static lab.Lab.*;}; what else a notebook uses it imports
 * from its subject. Each verb returns a record; the last expression of a cell is shown as a figure,
 * a table or a box.
 */
public final class Lab {

    private static Classroom classroom;

    static {
        ClassicIJava.prepare();
    }

    private Lab() {}

    // Not when the class is loaded: trouble with a file would then end every verb, not this one.
    private static synchronized Classroom classroom() {
        if (classroom == null) {
            classroom =
                    new Classroom(Course.lessons(), Journal.ofLearner(), Notebook.current()::stop);
        }
        return classroom;
    }

    /**
     * What this machine is and whether it is quiet: every result depends on it. Takes half a
     * second.
     */
    public static Card about() {
        return About.thisMachine();
    }

    /**
     * Runs the benchmarks of these classes under real, forked JMH, in rounds of short forks, and
     * shows results while it runs. It ends when every contest is decided, at the latest after about
     * 30 seconds.
     *
     * @param benchmarks classes with {@code @Benchmark} methods, from cells or from a jar
     * @throws lab.bench.source.BenchmarkRefused where something cannot run; the message says why
     * @throws InterruptedException when the cell is interrupted; no process is left then
     */
    public static BenchResult bench(Class<?>... benchmarks) throws InterruptedException {
        return bench(BenchOptions.brief(), benchmarks);
    }

    /** The same with options, such as {@code bench(thorough().threads(2), My.class)}. */
    public static BenchResult bench(BenchOptions options, Class<?>... benchmarks)
            throws InterruptedException {
        Require.given(options, "options", "bench(brief(), My.class)");
        Require.allGiven(benchmarks, "class", "bench(My.class)");
        var notebook = Notebook.current();
        var cells = notebook.shell().map(CellSources::of).orElseGet(CellSources::none);
        try (var live = new LiveBench(notebook)) {
            return live.ending(Bench.of(cells).run(List.of(benchmarks), options, live::show));
        }
    }

    /** The options of {@code bench}: at most about 30 seconds in all, ready to be changed. */
    public static BenchOptions brief() {
        return BenchOptions.brief();
    }

    /** A budget for narrow intervals; it says beforehand how long it takes. */
    public static BenchOptions thorough() {
        return BenchOptions.thorough();
    }

    /** Earlier scores of this learner's benchmarks, to compare before with after. */
    public static Past history() {
        return History.home().past();
    }

    /**
     * Loads an HTTP server and measures what its clients wait.
     *
     * @param target the address they request, on this machine
     * @param model {@code open(200)} or {@code closed(8)}
     * @param time how long; quick mode takes a third
     */
    public static LoadResult load(URI target, Model model, Duration time)
            throws IOException, InterruptedException {
        return Load.on(target).run(model, Pace.of(time, ofSeconds(1)));
    }

    /**
     * Makes calls of any kind, such as queries or requests over HTTP/2, and measures what their
     * clients wait.
     *
     * @param target what is called, for the figure's title
     * @param call one request; it returns when the reply is complete, and many run at the same time
     * @param model {@code open(200)} or {@code closed(8)}
     * @param time how long; quick mode takes a third
     */
    public static LoadResult load(String target, Task call, Model model, Duration time)
            throws InterruptedException {
        Require.given(call, "call", "() -> client.send(request)");
        return Arrivals.of(model, Pace.of(time, ofSeconds(1))).run(target, arrival -> call.run());
    }

    /**
     * Clients that arrive at this rate, whether the server is ready or not: at equal distances, or
     * with {@code open(200).poisson()} at random.
     */
    public static Model.Open open(double perSecond) {
        return new Model.Open(perSecond);
    }

    /** A fixed number of clients, each of which waits for a reply before its next request. */
    public static Model closed(int clients) {
        return new Model.Closed(clients);
    }

    /**
     * Runs two tasks alternating for at most about 3 seconds and says which is faster by which
     * factor, or that they are the same, or what would settle it. For tasks that take 10
     * microseconds or more; {@link #bench} measures shorter ones.
     *
     * @see lab.measure.Turns more tasks, another budget or margin
     */
    public static Race race(String name, Task task, String otherName, Task other)
            throws InterruptedException {
        return Turns.of(name, task).and(otherName, other).within(ofSeconds(3));
    }

    /**
     * Runs an experiment and shows its figure while it runs, such as {@code live(show ->
     * Borrowers.of(pool).telling(show).come(closed(8), ofSeconds(3), query).gauge())}.
     */
    public static <M extends Measured> M live(Unfolding<M> experiment) throws Exception {
        Require.given(experiment, "experiment", "live(show -> …)");
        try (var figure = new LiveFigure(Notebook.current())) {
            return figure.ending(experiment.run(figure::show));
        }
    }

    /** A result as a figure, also where a cell would not show it by itself. */
    public static Figure chart(Measured measured) {
        return Figure.of(measured);
    }

    /** Notes what you expect, before you run it: {@code predict("02.1", 'b')}. */
    public static Card predict(String id, char choice) {
        return predict(id, String.valueOf(choice));
    }

    /** The same for a choice between double quotes: {@code predict("02.1", "b")}. */
    public static Card predict(String id, String choice) {
        return classroom().predict(id, choice);
    }

    /**
     * Judges claims of the guides by a result.
     *
     * @param ids the number of the notebook and one claim or several, such as "02 C15 C16"
     */
    public static Card claim(String ids, Object measured) {
        return classroom().claim(ids, measured);
    }

    /** The claims of a notebook, such as "02", with what your last runs measured. */
    public static Card claims(String notebook) {
        return classroom().claims(notebook);
    }

    /** Checks your answer to an exercise. */
    public static Verdict check(String id, Object answer) throws InterruptedException {
        return classroom().check(id, answer);
    }

    /**
     * Checks an exercise whose answer is a class of benchmarks. They run only if you have written
     * something.
     */
    public static Verdict check(String id, Class<?> benchmarks) throws InterruptedException {
        return classroom().check(id, benchmarks, () -> bench(benchmarks));
    }

    /** The next hint for an exercise. */
    public static Card hint(String id) {
        return classroom().hint(id);
    }

    /** One answer to an exercise that passes. */
    public static Card solution(String id) {
        return classroom().solution(id);
    }

    /** Stands where an exercise's code is still to be written. */
    public static <T> T todo() {
        throw new Todo();
    }

    /** How far you have come, and a link that saves it. */
    public static Card progress() {
        return classroom().progress();
    }

    /** Brings back the progress that was saved from another session. */
    public static Card progress(String file) {
        Require.given(file, "file", "progress(\"progress.json\")");
        return classroom().progress(Path.of(file));
    }

    /**
     * The path of data that is shipped with the lab: {@code dataset("orders")} is a folder with the
     * users, orders and items of a small shop, {@code dataset("orders.json")} a file.
     */
    public static Path dataset(String name) throws FileNotFoundException {
        return Dataset.named(name);
    }

    /** So many milliseconds. */
    public static Duration ofMillis(long millis) {
        return Duration.ofMillis(millis);
    }

    /** So many seconds. */
    public static Duration ofSeconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
