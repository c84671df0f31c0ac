package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LooksTest {

    @Test
    void allLooksTogetherUseAtMostTheErrorRateOfARun() {
        double spent =
                IntStream.rangeClosed(1, 100)
                        .filter(Looks::isAt)
                        .mapToDouble(new Looks(1)::doubt)
                        .sum();

        assertThat(spent).isLessThanOrEqualTo(Looks.DOUBT);
    }

    @Test
    void anEarlyEndUsesTheShareOfTheNextLook() {
        var looks = new Looks(1);

        assertThat(looks.doubt(11)).isEqualTo(looks.doubt(14));
        assertThat(Looks.isAt(11)).isFalse();
    }

    @Test
    void contestsShareTheErrorRate() {
        assertThat(new Looks(10).doubt(6)).isCloseTo(new Looks(1).doubt(6) / 10, within(1e-12));
        assertThat(new Looks(2).doubtOfOneLook()).isEqualTo(Looks.DOUBT / 2);
    }
}
