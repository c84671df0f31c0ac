package lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenRequestsTest {

    private final Set<String> ended = new HashSet<>();
    private final List<String> late = new ArrayList<>();
    private final OpenRequests<String> requests = new OpenRequests<>(3, ended::contains);

    private void review(int times) {
        for (int i = 0; i < times; i++) {
            requests.review(late::add);
        }
    }

    @Test
    void aResponseIsLateIfItIsStillOpenAfterEnoughReviews() {
        requests.returned("forgotten");

        review(2);
        assertThat(late).isEmpty();
        review(1);
        assertThat(late).containsExactly("forgotten");
        assertThat(requests.isEmpty()).isTrue();
    }

    @Test
    void aResponseThatEndsInTimeIsNotLate() {
        requests.returned("slow");
        review(2);
        ended.add("slow");
        review(5);

        assertThat(late).isEmpty();
        assertThat(requests.isEmpty()).isTrue();
    }

    @Test
    void aResponseThatEndedBeforeItsHandlerReturnedIsNotLate() {
        ended.add("quick");
        requests.returned("quick");

        assertThat(requests.isEmpty()).isTrue();
    }

    @Test
    void eachResponseHasItsOwnTime() {
        requests.returned("first");
        review(2);
        requests.returned("second");
        review(1);

        assertThat(late).containsExactly("first");
        review(2);
        assertThat(late).containsExactly("first", "second");
    }
}
