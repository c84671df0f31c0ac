package lab.bench.fork;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** One fork as JMH's own options: everything is set, so that nothing falls back to its defaults. */
final class JmhOptions {

    /** The harness's own folder: what a fork leaves there goes with the run. */
    private static final String TEMPORARY = System.getProperty("java.io.tmpdir");

    /** The property with the flags that every fork needs, one a line. */
    static final String FLAGS = "lab.bench.flags";

    /** JMH would wait 30 s for a thread that a benchmark left behind, and so be called hung. */
    private static final List<String> END_AFTER_A_SECOND =
            List.of("-Djmh.shutdownTimeout=1", "-Djmh.shutdownTimeout.step=1");

    private JmhOptions() {}

    static Options of(Order.RunFork order) {
        var item = order.item();
        var options = new OptionsBuilder();
        options.include("^" + Pattern.quote(item.benchmark()) + "$")
                .mode(item.mode())
                .timeUnit(item.unit())
                .timeout(time(item.limit()))
                .shouldFailOnError(true)
                .addProfiler(EndsWithHarness.class);
        addProcesses(options, item);
        addIterations(options, item);
        item.crew().addTo(options);
        item.params().forEach((name, value) -> options.param(name, value));
        order.profilers().forEach(options::addProfiler);
        return options.build();
    }

    private static void addProcesses(ChainedOptionsBuilder options, Item item) {
        options.forks(1)
                .warmupForks(0)
                .jvmArgsPrepend(System.getProperty(FLAGS, "").lines().toArray(String[]::new))
                .jvmArgs(item.jvmArgs().toArray(String[]::new))
                .jvmArgsAppend(ending());
    }

    private static String[] ending() {
        var flags = new ArrayList<>(END_AFTER_A_SECOND);
        flags.add("-Djava.io.tmpdir=" + TEMPORARY);
        flags.add("-XX:ErrorFile=" + TEMPORARY + "/crash");
        return flags.toArray(String[]::new);
    }

    private static void addIterations(ChainedOptionsBuilder options, Item item) {
        options.warmupIterations(item.warmup().count())
                .measurementIterations(item.measurement().count());
        if (item.mode() != Mode.SingleShotTime) {
            options.warmupTime(time(item.warmup().time()))
                    .measurementTime(time(item.measurement().time()));
        }
    }

    private static TimeValue time(Duration duration) {
        return new TimeValue(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
