package lab.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.measure.Measured;
import lab.measure.Require;
import lab.measure.Sweep;
import lab.measure.Sweep.Line;
import lab.measure.Sweep.Point;
import lab.measure.Table;
import lab.measure.Text;

/**
 * How the clients of a closed loop share a pool: the requests that each of them had served. A pool
 * that is fair gives all of them about the same number.
 *
 * @param groups one for each run, in the order in which they were added
 */
public record Shares(List<Group> groups) implements Measured {

    private static final String EXAMPLE =
            "Shares.of(\"24 clients\", Borrowers.of(pool).come(closed(24), ofSeconds(4), query))";

    public Shares {
        groups = List.copyOf(groups);
    }

    /** The clients of one run. */
    public record Group(String name, Borrowing run) {

        public Group {
            Require.given(name, "name", EXAMPLE);
            Require.given(run, "run", EXAMPLE);
            Require.that(
                    !run.shares().isEmpty(),
                    "%s: the run must be a closed loop: in an open loop, each request is a client"
                            + " of its own; try %s",
                    name,
                    EXAMPLE);
        }

        /** How many requests the client got that got the fewest. */
        public long fewest() {
            return run.shares().getFirst();
        }

        /** How many requests the client got that got the most. */
        public long most() {
            return run.shares().getLast();
        }
    }

    /** The clients of this run. */
    public static Shares of(String name, Borrowing run) {
        return new Shares(List.of(new Group(name, run)));
    }

    /** And those of one more run. */
    public Shares and(String name, Borrowing run) {
        var more = new ArrayList<>(groups);
        more.add(new Group(name, run));
        return new Shares(more);
    }

    @Override
    public List<String> caveats() {
        return groups.stream()
                .flatMap(
                        group ->
                                group.run().caveats().stream()
                                        .map(group.name().concat(": ")::concat))
                .toList();
    }

    @Override
    public Sweep shape() {
        return new Sweep(
                        "How many requests each client had served",
                        "clients, from the least to the most served",
                        "requests",
                        groups.stream().map(Shares::line).toList())
                .asProportional();
    }

    private static Line line(Group group) {
        var shares = group.run().shares();
        return new Line(
                group.name(),
                IntStream.range(0, shares.size())
                        .mapToObj(client -> new Point(client + 1, shares.get(client)))
                        .toList());
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(
                new Table(
                        List.of(
                                "clients",
                                "served",
                                "fewest",
                                "most",
                                "waited p50",
                                "waited p99",
                                "waited longest"),
                        groups.stream().map(Shares::row).toList()));
    }

    private static List<String> row(Group group) {
        var waited = group.run().waited();
        return List.of(
                group.name(),
                Text.of(group.run().served()),
                Text.of(group.fewest()),
                Text.of(group.most()),
                Text.of(waited.p50()),
                Text.of(waited.p99()),
                Text.of(waited.max()));
    }

    @Override
    public String finding() {
        return groups.stream()
                .map(
                        group ->
                                "%s: %,d to %,d requests for each client"
                                        .formatted(group.name(), group.fewest(), group.most()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return finding();
    }
}
