package lab.course;

import java.time.Duration;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lab.eventloop.Lag;
import lab.exercise.Verdict;
import lab.measure.Timeline.Sample;

/** Exercise 02.3: an alert on lag that sees a single long stall and sleeps through a quiet day. */
final class AlertOnTheMaximum {

    private static final int SAMPLES = 600;

    /** A day as lag samples, and whether the alert has to fire. */
    private record Day(String name, boolean alarming, Lag lag) {}

    private static final List<Day> DAYS =
            List.of(
                    day("a quiet day", false, i -> i % 7 * 0.2),
                    day("a quiet day with one collection of 30 ms", false, i -> i == 99 ? 30 : 1),
                    day("an outage of one second", true, i -> i == 300 ? 1_000 : 1),
                    day("steady lag of 150 ms", true, i -> 150));

    private AlertOnTheMaximum() {}

    private static Day day(String name, boolean alarming, IntToDoubleFunction lagMillis) {
        var every = Duration.ofMillis(10);
        var samples =
                IntStream.range(0, SAMPLES)
                        .mapToObj(
                                i -> new Sample(every.multipliedBy(i), lagMillis.applyAsDouble(i)))
                        .toList();
        return new Day(name, alarming, Lag.of(every, samples));
    }

    static Verdict check(Predicate<Lag> alert) {
        for (var day : DAYS) {
            if (alert.test(day.lag()) != day.alarming()) {
                return new Verdict.Wrong(
                        "On %s (%s) the alert %s."
                                .formatted(
                                        day.name(),
                                        day.lag(),
                                        day.alarming() ? "stayed silent" : "fired"),
                        "Which figure tells this day from the others?");
            }
        }
        return new Verdict.Passed(
                "It fired on both bad days and stayed silent on both quiet ones.");
    }
}
