package lab.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import lab.bench.BenchResult.Failure;
import lab.bench.fork.Cause;
import lab.bench.fork.Event;
import lab.bench.fork.Item;
import lab.bench.fork.Outcome;
import lab.bench.fork.Printed;

/** What a run knows so far: each benchmark's forks, what failed, and at last the scores. */
final class RunLog {

    private final Schedule schedule;
    private final InstantSource clock;
    private final Function<Cause, String> place;
    private final Names names;
    private final List<Track> tracks;
    private final Map<Integer, String> failed = new TreeMap<>();
    private final Map<Integer, Outcome> outcomes = new TreeMap<>();
    private final Map<String, Printed> printed = new LinkedHashMap<>();
    private int current;
    private boolean done;
    private boolean lastWasCold;

    /** Takes a way to say where a cause lies. */
    RunLog(Schedule schedule, InstantSource clock, Function<Cause, String> place) {
        this.schedule = schedule;
        this.clock = clock;
        this.place = place;
        this.names = new Names(schedule.items());
        this.tracks = schedule.participants().stream().map(Track::new).toList();
    }

    Schedule schedule() {
        return schedule;
    }

    void hear(Event event) {
        switch (event) {
            case Event.ForkStarted(int number) -> {
                current = number;
                tracks.get(number).forkStarts(now());
            }
            case Event.Iterated iterated -> tracks.get(iterated.number()).hear(iterated, now());
            case Event.ForkEnded(int number) -> forkEnded(number);
            case Event.Failed(int number, Cause cause) -> failed.put(number, place.apply(cause));
            case Event.Said(int number, Printed more) ->
                    printed.merge(name(number), more, Printed::and);
            case Event.Concluded(int number, Outcome outcome) -> outcomes.put(number, outcome);
            case Event.Done() -> done = true;
        }
    }

    /**
     * A fork that was still getting faster may be noise; two in a row ask for a longer warm-up. All
     * get it, because of identical code the one that warmed up for longer would look faster.
     */
    private void forkEnded(int number) {
        var track = tracks.get(number);
        boolean wasCold = lastWasCold || track.isCold();
        track.forkEnds(now());
        lastWasCold = track.isCold();
        if (wasCold && lastWasCold) {
            tracks.forEach(Track::warmsUpLonger);
            lastWasCold = false;
        }
    }

    private Instant now() {
        return clock.instant();
    }

    boolean isDone() {
        return done;
    }

    int current() {
        return current;
    }

    Track track(int number) {
        return tracks.get(number);
    }

    String name(int number) {
        return names.of(item(number));
    }

    private Item item(int number) {
        return schedule.items().get(number);
    }

    boolean hasFailed(int number) {
        return failed.containsKey(number);
    }

    /** The benchmarks that have not failed. */
    List<Integer> healthy() {
        return numbers().filter(number -> !hasFailed(number)).boxed().toList();
    }

    IntStream numbers() {
        return IntStream.range(0, tracks.size());
    }

    /** How many forks count of every benchmark that has not failed. */
    int rounds() {
        return healthy().stream().mapToInt(n -> tracks.get(n).forks().size()).min().orElse(0);
    }

    /** Counts as failed whatever has no result at the end. */
    void giveUp(String why) {
        numbers().filter(n -> !outcomes.containsKey(n)).forEach(n -> failed.putIfAbsent(n, why));
    }

    List<Failure> failures() {
        var failures = new ArrayList<Failure>();
        failed.forEach((number, error) -> failures.add(new Failure(name(number), error)));
        return failures;
    }

    /** What each benchmark printed, by its name. */
    List<String> printed() {
        return printed.entrySet().stream().map(by -> by.getValue().by(by.getKey())).toList();
    }

    /** The scores of JMH, with the forks that the lab compares. */
    List<Score> scores(double doubt) {
        return healthy().stream()
                .filter(outcomes::containsKey)
                .map(n -> Scoring.of(item(n), names, outcomes.get(n)).from(forks(n, doubt)))
                .toList();
    }

    private Forks forks(int number, double doubt) {
        return new Forks(tracks.get(number).forks(), doubt);
    }

    /** The contests so far, from the forks alone. */
    Contests contests(double doubt) {
        var scores =
                healthy().stream()
                        .filter(n -> !tracks.get(n).forks().isEmpty())
                        .map(n -> provisional(n, tracks.get(n).unit(), forks(n, doubt)))
                        .toList();
        return new Contests(Unified.of(scores), schedule.margin());
    }

    private Score provisional(int number, String unit, Forks forks) {
        return Scoring.provisional(item(number), names, unit, forks);
    }

    /** What one more round of these takes, from the forks so far. */
    Duration round(List<Integer> numbers) {
        return numbers.stream()
                .map(n -> tracks.get(n).fork())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The score of a benchmark so far, if it has one. */
    Optional<Double> running(int number) {
        return tracks.get(number).running();
    }
}
