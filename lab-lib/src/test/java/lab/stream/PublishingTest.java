package lab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;

class PublishingTest {

    @Test
    void aQueueWaitsDropsOrGrows() throws Exception {
        var publishing =
                Publishing.of("submit", SubmissionPublisher::submit)
                        .and("offer", (publisher, item) -> publisher.offer(item, null))
                        .and("no limit", Integer.MAX_VALUE, SubmissionPublisher::submit);

        var submit = publishing.run("submit");
        assertThat(submit.dropped()).isZero();
        assertThat(submit.waiting()).isLessThanOrEqualTo(18);
        var offer = publishing.run("offer");
        assertThat(offer.dropped()).isGreaterThan(offer.items() / 2);
        assertThat(offer.waiting()).isLessThanOrEqualTo(18);
        var grows = publishing.run("no limit");
        assertThat(grows.dropped()).isZero();
        assertThat(grows.waiting()).isGreaterThan(grows.items() / 2);
        assertThat(submit.took()).isGreaterThan(grows.took().multipliedBy(5));
        assertThat(publishing.finding()).contains("offer:", "dropped");
    }

    @Test
    void aWayThatThrowsLeavesNothingBehind() {
        assertThatThrownBy(() -> Publishing.of("fails", PublishingTest::fail))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThatThrownBy(() -> Publishing.of("submit", null)).hasMessageContaining("way");
    }

    private static void fail(SubmissionPublisher<Integer> publisher, int item) {
        throw new IllegalStateException("no");
    }
}
