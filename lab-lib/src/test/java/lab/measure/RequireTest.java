package lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequireTest {

    @Test
    void aNumberAtItsBoundIsAccepted() {
        assertThatCode(() -> Require.within(1, "tasks", 1, 100_000, "200"))
                .doesNotThrowAnyException();
        assertThatCode(() -> Require.within(100_000, "tasks", 1, 100_000, "200"))
                .doesNotThrowAnyException();
    }

    @Test
    void aNumberOutOfBoundsIsRejectedWithNameBoundsValueAndAFix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.within(100_001, "tasks", 1, 100_000, "200"))
                .withMessage("tasks must be 1 to 100,000, was 100,001; try 200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.within(Double.NaN, "rate", 0.1, 2_000, "open(100)"))
                .withMessage("rate must be 0.100 to 2,000, was NaN; try open(100)");
    }

    @Test
    void aTimeOutOfBoundsIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> time(Duration.ZERO))
                .withMessage("time must be 1 ms to 60 s, was 0 ns; try ofSeconds(2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> time(Duration.ofDays(1_000_000_000)))
                .withMessageStartingWith("time must be 1 ms to 60 s, was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> time(null))
                .withMessageStartingWith("time must not be null; try ofSeconds(2)");
    }

    private static void time(Duration value) {
        Require.within(value, "time", Duration.ofMillis(1), Duration.ofMinutes(1), "ofSeconds(2)");
    }

    @Test
    void aKnownNameIsFound() {
        assertThat(Require.known("b", "part", Map.of("a", 1, "b", 2))).isEqualTo(2);
        assertThat(Require.known(3, "word of length", List.of("one", "three"), String::length))
                .isEqualTo("one");
    }

    @Test
    void anUnknownNameIsRejectedWithTheKnownNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.known("c", "part", Map.of("a", 1)))
                .withMessage("there is no part \"c\"; there is \"a\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.known(4, "pool of", List.of("a", "ab"), String::length))
                .withMessage("there is no pool of 4; there are 1, 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.known("a", "part", Map.of()))
                .withMessage("there is no part \"a\"; there are none yet");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.known(null, "part", Map.of("a", 1)))
                .withMessageStartingWith("part must not be null; try one of \"a\", or run");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Require.known(
                                        Duration.ofMillis(5),
                                        "distance of",
                                        List.of(Duration.ofMillis(10), Duration.ZERO),
                                        time -> time))
                .withMessage("there is no distance of 5 ms; there are 10 ms, 0 ns");
    }

    @Test
    void aNameThatIsNearlyRightGetsTheRightOne() {
        var all = Map.of("03.1", 1, "13.2", 2, "Join", 3);

        assertThatThrownBy(() -> Require.known("3.1", "exercise", all))
                .hasMessage("there is no exercise \"3.1\"; did you mean \"03.1\"?");
        assertThatThrownBy(() -> Require.known("join", "way", all))
                .hasMessage("there is no way \"join\"; did you mean \"Join\"?");
        assertThatThrownBy(() -> Require.known("3", "exercise", all))
                .hasMessageContaining("there are");
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        var names = List.of("one", "two");

        Require.unused("three", "thing", names, name -> name);
        assertThatThrownBy(() -> Require.unused("two", "thing", names, name -> name))
                .hasMessage("each thing must have its own name, \"two\" is taken");
        assertThatThrownBy(() -> Require.unused(null, "thing", names, name -> name))
                .hasMessageContaining("name must not be null");
    }
}
