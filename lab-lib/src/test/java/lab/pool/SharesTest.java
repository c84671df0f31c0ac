package lab.pool;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import lab.database.Database;
import lab.load.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharesTest {

    private static Borrowing run(Database server, Model model, int size, Duration time)
            throws InterruptedException {
        return Borrowers.of(server.pool(size)).come(model, time, nap(server));
    }

    private static Use nap(Database server) {
        return connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(server.nap(ofMillis(20)));
            }
        };
    }

    @Test
    void everyClientIsCountedAlsoTheOneThatIsHardlyServed() throws Exception {
        try (var server = Database.server()) {
            var virtual = run(server, new Model.Closed(12).virtual(), 2, ofSeconds(3));

            assertThat(virtual.shares()).hasSize(12).isSorted();
            assertThat(virtual.shares().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(virtual.served());
        }
    }

    @Test
    void virtualThreadsThatAskAgainAtOnceAreServedVeryDifferently() throws Exception {
        try (var server = Database.server()) {
            var virtual = run(server, new Model.Closed(24).virtual(), 4, ofSeconds(3));
            var shares = Shares.of("virtual", virtual);

            // Not the median client: on a busy machine the thread that runs wins less often.
            var group = shares.groups().getFirst();
            assertThat(group.most() - group.fewest()).isGreaterThan(virtual.served() / 24);
        }
    }

    @Test
    void clientsThatWaitInOrderAreServedAlike() throws Exception {
        try (var server = Database.server()) {
            var ordered =
                    Borrowers.of(server.pool(2))
                            .inOrder()
                            .come(new Model.Closed(8).virtual(), ofSeconds(2), nap(server));

            var group = Shares.of("in order", ordered).groups().getFirst();
            assertThat(group.most() - group.fewest()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void clientsWithAConnectionEachAreServedAlike() throws Exception {
        try (var server = Database.server()) {
            var alike = run(server, new Model.Closed(4).virtual(), 4, ofSeconds(2));

            var group = Shares.of("alike", alike).groups().getFirst();
            assertThat(group.most()).isLessThan(2 * group.fewest() + 2);
        }
    }

    @Test
    void theFindingTheTableAndTheFigureSayTheSame() throws Exception {
        try (var server = Database.server()) {
            var few = run(server, new Model.Closed(2), 2, ofSeconds(1));
            var shares = Shares.of("platform", few).and("again", few);

            var group = shares.groups().getLast();
            assertThat(shares.finding())
                    .contains(
                            "again: %,d to %,d requests for each client"
                                    .formatted(group.fewest(), group.most()));
            assertThat(shares.table().orElseThrow().rows().getLast())
                    .contains("again", "%,d".formatted(few.served()));
            assertThat(shares.shape().lines().getLast().points())
                    .extracting(point -> (long) point.y())
                    .containsExactlyElementsOf(few.shares());
        }
    }

    @Test
    void anOpenLoopHasNoClientsToCompare() throws Exception {
        try (var server = Database.server()) {
            var open = run(server, new Model.Open(20), 2, ofSeconds(1));

            assertThat(open.shares()).isEmpty();
            assertThatThrownBy(() -> Shares.of("open", open))
                    .hasMessageContaining("must be a closed loop")
                    .hasMessageContaining("closed(24)");
        }
    }
}
