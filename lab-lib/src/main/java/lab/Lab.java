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
import lab.exercise.Predicted;
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
 * The methods that cells call after {@code import static lab.Lab.*;}. A notebook imports everything
 * else from the package of its subject. Most methods return a record: when it is the last
 * expression of a cell, the notebook shows it as a figure, a table or a box. A wrong argument ends
 * in an {@link IllegalArgumentException} that says what to write instead. A measurement ends in an
 * {@link IllegalStateException} while a thread of an earlier cell still keeps a CPU busy, because
 * the numbers would be wrong.
 */
public final class Lab {

    private static Classroom classroom;

    static {
        ClassicIJava.prepare();
    }

    private Lab() {}

    // Created on first use: if its files cause trouble, only the methods that need them fail.
    private static synchronized Classroom classroom() {
        if (classroom == null) {
            classroom =
                    new Classroom(Course.lessons(), Journal.ofLearner(), Notebook.current()::stop);
        }
        return classroom;
    }

    /**
     * Shows what this machine is (CPUs, memory, garbage collector, Java) and whether it is quiet
     * enough to measure on. Every result depends on both. Takes about half a second.
     */
    public static Card about() {
        return About.thisMachine();
    }

    /**
     * Measures all benchmarks of these classes with JMH, each in Java processes of its own (forks),
     * and shows results while it runs. It ends as soon as every comparison is decided, and after
     * about 30 seconds at the latest. Example: {@code bench(Greeting.class)}.
     *
     * @param benchmarks classes with {@code @Benchmark} methods, from cells or from a jar
     * @throws lab.bench.source.BenchmarkRefused if nothing can run; it says why
     * @throws InterruptedException if the cell is interrupted; all forks have ended by then
     */
    public static BenchResult bench(Class<?>... benchmarks) throws InterruptedException {
        return bench(BenchOptions.brief(), benchmarks);
    }

    /** The same with options: {@code bench(thorough().threads(2), Greeting.class)}. */
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

    /**
     * Options for {@link #bench}: at most about 30 seconds in total. Each method returns a changed
     * copy, such as {@code brief().heap("1g").profilers("gc")}.
     */
    public static BenchOptions brief() {
        return BenchOptions.brief();
    }

    /** Options for {@link #bench} that narrow the intervals: 15 forks, 45 s, for each benchmark. */
    public static BenchOptions thorough() {
        return BenchOptions.thorough();
    }

    /**
     * The scores of your earlier benchmarks, oldest first; they survive a restart of the kernel.
     * Example: {@code history().of("Greeting")}.
     */
    public static Past history() {
        return History.home().past();
    }

    /**
     * Sends GET requests to an HTTP server on this machine and measures how long its clients wait.
     * Example: {@code load(shop.at("/buy"), open(200), ofSeconds(3))}.
     *
     * @param target an {@code http} address on this machine, with its port
     * @param model {@code open(200)} (200 requests a second) or {@code closed(8)} (8 clients)
     * @param time above 0, at most 10 minutes; in quick mode a third of it
     * @throws IOException if nothing listens at this address
     */
    public static LoadResult load(URI target, Model model, Duration time)
            throws IOException, InterruptedException {
        return Load.on(target).run(model, Pace.of(time, ofSeconds(1)));
    }

    /**
     * Makes calls of any kind, such as queries or HTTP/2 requests, and measures how long their
     * clients wait. Example: {@code load("search", () -> search.run(), closed(8), ofSeconds(3))}.
     *
     * @param target what is called; the figure shows it as its title
     * @param call makes one request and returns when the reply is complete; many run at the same
     *     time
     * @param model {@code open(200)} (200 calls a second) or {@code closed(8)} (8 clients)
     * @param time above 0, at most 10 minutes; in quick mode a third of it
     */
    public static LoadResult load(String target, Task call, Model model, Duration time)
            throws InterruptedException {
        Require.given(call, "call", "() -> client.send(request)");
        return Arrivals.of(model, Pace.of(time, ofSeconds(1))).run(target, arrival -> call.run());
    }

    /**
     * An open model for {@link #load}: requests arrive at this rate, whether or not earlier ones
     * have their replies; at equal intervals, or at random with {@code open(200).poisson()}.
     *
     * @param perSecond requests a second, above 0 and at most 2,000
     */
    public static Model.Open open(double perSecond) {
        return new Model.Open(perSecond);
    }

    /**
     * A closed model for {@link #load}: each client sends its next request after the last reply.
     *
     * @param clients 1 to 256
     */
    public static Model.Closed closed(int clients) {
        return new Model.Closed(clients);
    }

    /**
     * Compares two tasks of 10 microseconds or more ({@link #bench} is for shorter ones): runs them
     * alternating for about 3 seconds and shows which is faster and by which factor, or that they
     * are the same. Example: {@code race("scan", () -> scan.run(), "index", () -> index.run())}.
     *
     * @throws IllegalStateException if a task fails; the message names it
     * @see lab.measure.Turns more than two tasks, another time or margin
     */
    public static Race race(String name, Task task, String otherName, Task other)
            throws InterruptedException {
        return Turns.of(name, task).and(otherName, other).within(ofSeconds(3));
    }

    /**
     * Runs an experiment and shows its figure while it runs. Example: {@code live(show ->
     * Borrowers.of(pool).telling(show).come(closed(8), ofSeconds(3), query).gauge())}.
     */
    public static <M extends Measured> M live(Unfolding<M> experiment) throws Exception {
        Require.given(experiment, "experiment", "live(show -> …)");
        try (var figure = new LiveFigure(Notebook.current())) {
            return figure.ending(experiment.run(figure::show));
        }
    }

    /** Draws a result as a figure, even if it is not the last expression of its cell. */
    public static Figure chart(Measured measured) {
        return Figure.of(measured);
    }

    /**
     * Notes your prediction before you run the experiment: {@code predict("02.1", 'b')}. The claim
     * cell below shows whether it came true; after that, the prediction stays.
     */
    public static Card predict(String id, char choice) {
        return predict(id, String.valueOf(choice));
    }

    /** The same for a choice in double quotes: {@code predict("02.1", "b")}. */
    public static Card predict(String id, String choice) {
        return classroom().predict(id, choice);
    }

    /**
     * Judges claims of the guides by your result: a claim holds, holds with a condition, does not
     * hold here, or the run is inconclusive. Example: {@code claim("02 C15 C16", hashes)}.
     *
     * @param ids the number of the notebook, then one or more claims
     * @param measured the result that the cells above have measured
     * @throws IllegalArgumentException if a claim is not known, or if this result cannot decide it
     */
    public static Card claim(String ids, Object measured) {
        return classroom().claim(ids, measured);
    }

    /** Lists the claims of a notebook with what your runs have measured: {@code claims("02")}. */
    public static Card claims(String notebook) {
        return classroom().claims(notebook);
    }

    /**
     * Checks your answer to an exercise: passed, wrong (with what was seen and where to look next),
     * or not yet. A wrong answer does not stop the notebook. Example: {@code check("02.3", alert)}.
     */
    public static Verdict check(String id, Object answer) throws InterruptedException {
        return classroom().check(id, answer);
    }

    /**
     * Checks an exercise whose answer is a class of benchmarks. It runs them with {@link #bench},
     * but only after you have written something.
     */
    public static Verdict check(String id, Class<?> benchmarks) throws InterruptedException {
        return classroom().check(id, benchmarks, () -> bench(benchmarks));
    }

    /**
     * Shows the next hint for an exercise; after the last, the first again: {@code hint("00.1")}.
     */
    public static Card hint(String id) {
        return classroom().hint(id);
    }

    /** Shows an answer to an exercise that passes the check: {@code solution("00.1")}. */
    public static Card solution(String id) {
        return classroom().solution(id);
    }

    /** Replace this with your code. Until then it throws, and the check says "Not yet". */
    public static <T> T todo() {
        throw new Todo();
    }

    /** How all your predictions turned out: {@code claim("00 C45", predicted())}. */
    public static Predicted predicted() {
        return classroom().predicted();
    }

    /** Shows how far you have come, and a link that saves your progress as a file. */
    public static Card progress() {
        return classroom().progress();
    }

    /**
     * Adds the progress that you saved as a file, for example on another machine.
     *
     * @throws IllegalArgumentException if the file cannot be read as progress; nothing changes then
     */
    public static Card progress(String file) {
        Require.given(file, "file", "progress(\"progress.json\")");
        return classroom().progress(Path.of(file));
    }

    /**
     * The path of data that comes with the lab: {@code dataset("orders")} is a folder with the
     * users, orders and items of a small shop as CSV, {@code dataset("orders.json")} is a file.
     *
     * @throws IllegalArgumentException if the name is not known; the message lists the names
     * @throws FileNotFoundException if the folder of the datasets is missing
     */
    public static Path dataset(String name) throws FileNotFoundException {
        return Dataset.named(name);
    }

    /** This many milliseconds, as in {@link Duration#ofMillis}. */
    public static Duration ofMillis(long millis) {
        return Duration.ofMillis(millis);
    }

    /** This many seconds, as in {@link Duration#ofSeconds}. */
    public static Duration ofSeconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
