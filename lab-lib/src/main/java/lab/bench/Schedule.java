package lab.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.List;
import lab.bench.fork.Item;

/**
 * What a run has to do.
 *
 * @param limit when participants without a fixed number of forks end at the latest
 * @param endsEarly whether they end as soon as every contest is decided
 * @param margin the difference that does not matter
 * @param seed of the order in each round
 */
record Schedule(
        List<Participant> participants,
        List<String> profilers,
        Duration limit,
        boolean endsEarly,
        double margin,
        long seed) {

    List<Item> items() {
        return participants.stream().map(Participant::item).toList();
    }

    /** Whether every number of forks is fixed, and so the time too. */
    boolean isFixed() {
        return participants.stream().allMatch(Participant::isFixed);
    }

    /** Whether there is one look only, at the end. */
    boolean hasOneLook() {
        return isFixed() || !endsEarly;
    }

    /** How many pairs could be compared: those of equal parameters and mode. */
    Looks looks() {
        var rivals = items().stream().collect(groupingBy(Contests::key, counting())).values();
        return new Looks(rivals.stream().mapToInt(n -> (int) (n * (n - 1) / 2)).sum());
    }

    /** One fork of each. */
    Duration round() {
        return items().stream().map(Item::expected).reduce(Duration.ZERO, Duration::plus);
    }

    /** The planned time, at most. */
    Duration expected() {
        var all =
                participants.stream()
                        .map(each -> each.item().expected().multipliedBy(forks(each)))
                        .reduce(Duration.ZERO, Duration::plus);
        return isFixed() || all.compareTo(limit) < 0 ? all : limit;
    }

    private static long forks(Participant each) {
        return (long) each.forks() + each.warmupForks();
    }
}
