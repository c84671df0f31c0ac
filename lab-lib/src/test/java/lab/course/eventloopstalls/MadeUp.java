package lab.course.eventloopstalls;

import static java.time.Duration.ofMillis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import lab.eventloop.Lag;
import lab.eventloop.Stall;
import lab.load.LoadResult;
import lab.load.Model;
import lab.measure.Latency;
import lab.measure.Samples;
import lab.measure.Timeline.Sample;

/** Made-up stalls. */
final class MadeUp {

    private MadeUp() {}

    static final Duration EVERY = ofMillis(10);

    /** The given number of samples of 1 ms, followed by these. */
    static Latency latency(int usual, Duration... more) {
        var samples = new Samples();
        LongStream.range(0, usual).forEach(i -> samples.record(ofMillis(1)));
        List.of(more).forEach(samples::record);
        return samples.latency();
    }

    static Lag lag(int usual, double longest) {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < usual; i++) {
            samples.add(new Sample(EVERY.multipliedBy(i), 0.5));
        }
        var end = EVERY.multipliedBy(usual).plusMillis((long) longest);
        samples.add(new Sample(end, longest));
        return Lag.of(EVERY, samples);
    }

    static Stall stall(String path, Latency fast, Lag lag, Latency visits) {
        var clients =
                new LoadResult(
                        "/fast",
                        new Model.Open(100),
                        Duration.ofSeconds(3),
                        fast,
                        fast,
                        latency(1),
                        new TreeMap<>(),
                        Optional.empty());
        return new Stall(path, clients, lag, visits);
    }

    static Stall requesting(String path, Duration wait) {
        return stall(
                path,
                latency(90, times(20, wait)),
                lag(100, wait.toMillis()),
                latency(0, times(5, wait)));
    }

    static Duration[] times(int count, Duration each) {
        var all = new Duration[count];
        Arrays.fill(all, each);
        return all;
    }
}
