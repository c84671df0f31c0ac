package lab.async;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Table;
import lab.measure.Text;
import lab.measure.Timeline;
import lab.measure.Timeline.Sample;
import lab.measure.Timeline.Track;

/**
 * 500 clients call a server at the same moment. It serves 5 calls in each 10 ms and refuses the
 * others, which try again after a pause. The time is calculated, not waited for, so the same pauses
 * always give the same numbers.
 *
 * @param runs in the order in which they were calculated
 */
public record Retries(List<Run> runs) implements Measured {

    private static final int CLIENTS = 500;
    private static final int SERVED_PER_TICK = 5;
    private static final Duration TICK = Duration.ofMillis(10);
    private static final int LAST_TICK = 60_000;
    private static final int TICKS_SHOWN = 500;
    private static final int TICKS_OF_A_SAMPLE = 10;
    private static final long SEED = 4;

    /**
     * One kind of pause.
     *
     * @param served how many clients were served within ten minutes
     * @param last when the last of them was served
     * @param calls how many calls the server got, one number for each 10 ms
     */
    public record Run(String name, int served, Duration last, List<Integer> calls) {

        public Run {
            calls = List.copyOf(calls);
        }

        /** How many calls a client made on average. */
        public double callsPerClient() {
            return calls.stream().mapToInt(Integer::intValue).sum() / (double) CLIENTS;
        }

        private int between(int from, int to) {
            return calls.stream().skip(from).limit(to - from).mapToInt(Integer::intValue).sum();
        }
    }

    /** A client with the time of its next call. */
    private record Client(int due, int failed, int order) {}

    public Retries {
        runs = List.copyOf(runs);
    }

    /** Clients that pause in this way. */
    public static Retries of(String name, Pause pause) {
        return new Retries(List.of()).and(name, pause);
    }

    /** And clients that pause in another way. */
    public Retries and(String name, Pause pause) {
        Require.given(name, "name", "\"full jitter\"");
        Require.given(pause, "pause", "(attempt, random) -> ofMillis(100)");
        var more = new ArrayList<>(runs);
        more.add(run(name, pause));
        return new Retries(more);
    }

    private static Run run(String name, Pause pause) {
        var random = new Random(SEED);
        var clients =
                new PriorityQueue<Client>(
                        (a, b) ->
                                a.due() != b.due()
                                        ? Integer.compare(a.due(), b.due())
                                        : Integer.compare(a.order(), b.order()));
        IntStream.range(0, CLIENTS).forEach(i -> clients.add(new Client(0, 0, random.nextInt())));
        var calls = new ArrayList<Integer>();
        int served = 0;
        int tick = 0;
        int lastServed = 0;
        for (; !clients.isEmpty() && tick < LAST_TICK; tick++) {
            int arrived = 0;
            while (!clients.isEmpty() && clients.peek().due() <= tick) {
                var client = clients.poll();
                if (++arrived <= SERVED_PER_TICK) {
                    served++;
                    lastServed = tick;
                } else {
                    clients.add(later(client, tick, pause, random, name));
                }
            }
            calls.add(arrived);
        }
        return new Run(name, served, TICK.multipliedBy(lastServed + 1L), calls);
    }

    private static Client later(Client client, int tick, Pause pause, Random random, String name) {
        int failed = client.failed() + 1;
        var time = Require.given(pause.after(failed, random), "pause", "ofMillis(100)");
        Require.that(
                !time.isNegative(),
                "\"%s\": a pause must not be negative, was %s ms",
                name,
                time.toMillis());
        long ticks = Math.max(1, time.toMillis() / TICK.toMillis());
        return new Client(
                (int) Math.min(Integer.MAX_VALUE, tick + ticks), failed, random.nextInt());
    }

    /** The run with this name. */
    public Run run(String name) {
        return Require.known(name, "pause", runs, Run::name);
    }

    @Override
    public Timeline shape() {
        return new Timeline(
                "Calls that reach the server",
                "calls in 100 ms",
                runs.stream().map(Retries::track).toList(),
                List.of());
    }

    private static Track track(Run run) {
        var samples = new ArrayList<Sample>();
        for (int tick = 0; tick < TICKS_SHOWN; tick += TICKS_OF_A_SAMPLE) {
            samples.add(
                    new Sample(
                            TICK.multipliedBy(tick), run.between(tick, tick + TICKS_OF_A_SAMPLE)));
        }
        return new Track(run.name(), samples);
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of("pause", "served", "calls of each client", "last one served after"),
                        runs.stream().map(Retries::row).toList()));
    }

    private static List<String> row(Run run) {
        return List.of(
                run.name(),
                "%,d of %,d".formatted(run.served(), CLIENTS),
                Text.of(run.callsPerClient()),
                Text.of(run.last()));
    }

    private static String servedInWords(Run run) {
        return run.served() == CLIENTS
                ? "last one served"
                : "only %,d of %,d served within ten minutes, the last"
                        .formatted(run.served(), CLIENTS);
    }

    @Override
    public String finding() {
        return runs.stream()
                .map(
                        run ->
                                "%s: %s calls of each client, %s after %s"
                                        .formatted(
                                                run.name(),
                                                Text.of(run.callsPerClient()),
                                                servedInWords(run),
                                                Text.of(run.last())))
                .collect(joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
