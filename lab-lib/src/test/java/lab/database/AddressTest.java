package lab.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTest {

    private static Map<String, String> url(String url) {
        return Map.of(Address.URL, url);
    }

    @Test
    void anUnreachableServerIsReportedWithAFix() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        var address =
                Address.of(
                        url(
                                "jdbc:postgresql://127.0.0.1:%d/shop?user=carla&password=hidden"
                                        .formatted(port)));

        assertThatThrownBy(() -> PostgresEngine.open(address))
                .isInstanceOf(SQLException.class)
                .hasNoCause()
                .hasMessageContaining("127.0.0.1:" + port + " is not reached")
                .hasMessageContaining("LAB_JDBC_URL")
                .hasMessageNotContaining("hidden")
                .hasMessageNotContaining("carla");
    }

    @Test
    void anotherProductIsRejectedWithAnExample() {
        assertThatThrownBy(() -> Address.of(url("jdbc:mysql://db/shop?password=hidden")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("must start with jdbc:postgresql:")
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:5432/postgres")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void anInvalidAddressIsNotShown() {
        assertThatThrownBy(() -> Address.of(url("jdbc:postgresql://db:nine/shop?password=hidden")))
                .isInstanceOf(SQLException.class)
                .hasNoCause()
                .hasMessageContaining("is not the address")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void hostAndPortHaveDefaults() throws Exception {
        assertThat(Address.of(url("jdbc:postgresql:shop"))).hasToString("localhost:5432");
        assertThat(Address.of(url("jdbc:postgresql://db.example:6000/shop?user=carla")))
                .hasToString("db.example:6000");
    }
}
