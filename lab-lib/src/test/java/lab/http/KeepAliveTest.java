package lab.http;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeepAliveTest {

    @Test
    void aConnectionThatIsKeptIsOpenedOnce() throws Exception {
        var keepAlive = KeepAlive.over(ofMillis(4));

        assertThat(keepAlive.plain().low()).isGreaterThan(1.2);
        for (boolean tls : new boolean[] {false, true}) {
            var fresh = keepAlive.lane(tls, false);
            assertThat(keepAlive.lane(tls, true).connections()).isZero();
            assertThat(keepAlive.lane(tls, true).roundTrips()).isEqualTo(fresh.requests());
            assertThat(fresh.connections()).isEqualTo(fresh.requests());
            // Two round trips of the wire at least, whatever else the machine does.
            assertThat(fresh.latency().p50()).isGreaterThan(ofMillis(8));
        }
        assertThat(keepAlive.lane(true, false).roundTrips())
                .isGreaterThan(keepAlive.lane(false, false).roundTrips());
    }
}
