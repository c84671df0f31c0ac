package lab.http;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeepAliveTest {

    @Test
    void aKeptConnectionIsOpenedOnce() throws Exception {
        var keepAlive = KeepAlive.over(ofMillis(4));

        assertThat(keepAlive.plain().value()).isGreaterThan(1);
        for (boolean tls : new boolean[] {false, true}) {
            var fresh = keepAlive.lane(tls, false);
            assertThat(keepAlive.lane(tls, true).connections()).isZero();
            assertThat(keepAlive.lane(tls, true).roundTrips()).isEqualTo(fresh.requests());
            assertThat(fresh.connections()).isEqualTo(fresh.requests());
            // At least two round trips of the wire, regardless of the load of the machine.
            assertThat(fresh.latency().p50()).isGreaterThan(ofMillis(8));
        }
        assertThat(keepAlive.roundTrips(false)).isEqualTo(2);
        assertThat(keepAlive.roundTrips(true)).isGreaterThan(2);
    }
}
