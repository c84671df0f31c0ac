package lab.bench;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static lab.bench.BenchOptions.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BenchOptionsTest {

    @Test
    void settingAnOptionDoesNotChangeTheOriginalOptions() {
        var before = brief();

        before.forks(3).heap("1g");

        assertThat(before.get(Setting.FORKS)).isEmpty();
        assertThat(before.get(Setting.HEAP)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void anInvalidArgumentIsReportedWithItsValue(String part, ThrowingCallable phrase) {
        assertThatIllegalArgumentException().isThrownBy(phrase).withMessageContaining(part);
    }

    static Stream<Arguments> anInvalidArgumentIsReportedWithItsValue() {
        return Stream.of(
                wrong("forks must be 1 to 100 but is 0", () -> brief().forks(0)),
                wrong("1 to 100 but is 2147483647", () -> brief().forks(Integer.MAX_VALUE)),
                wrong("at most a day but is PT25H", () -> brief().within(Duration.ofHours(25))),
                wrong("at most 10 minutes but is PT1H", () -> brief().warmup(1, ofHours(1))),
                wrong("1 to 10,000 but are 20000", () -> brief().measurement(20_000, ofMillis(1))),
                wrong("timeout must not be null", () -> brief().timeout(null)),
                wrong("name must not be null", () -> brief().param(null, 1)),
                wrong("flag must not be null", () -> brief().jvmArgs("-ea", null)),
                wrong("must be 0 to 10,000 but are -1", () -> brief().warmup(-1, ofMillis(1))),
                wrong(
                        "must be positive and at most 10 minutes but is PT0S",
                        () -> brief().warmup(1, Duration.ZERO)),
                wrong("must be 1 to 10,000 but are 0", () -> brief().measurement(0, ofMillis(1))),
                wrong("threads must be 1 to 1,000 but is -2", () -> brief().threads(-2)),
                wrong("groups needs two numbers or more", () -> brief().groups(3)),
                wrong("each at least 1, but has [2, 0]", () -> brief().groups(2, 0)),
                wrong("but is \"much\"; write heap(\"512m\")", () -> brief().heap("much")),
                wrong("timeout must be positive", () -> brief().timeout(ofMillis(-1))),
                wrong("one is \"perf\"", () -> brief().profilers("gc", "perf")),
                wrong("param(\"size\") needs a value", () -> brief().param("size")),
                wrong("not a regular expression: Unclosed group", () -> brief().include("(")),
                wrong("margin must be above 0", () -> brief().margin(0)),
                wrong("write margin(0.03) for 3 %", () -> brief().margin(3)),
                wrong("within must be at least 1 s", () -> brief().within(ofMillis(10))));
    }

    private static Arguments wrong(String part, ThrowingCallable phrase) {
        return Arguments.of(part, phrase);
    }
}
