package lab.course.eventloopstalls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import lab.eventloop.Lag;
import lab.exercise.Verdict;
import lab.measure.Timeline.Sample;

/** Exercise 02.3: an alert on lag that fires on a single long stall and not on a quiet day. */
final class AlertOnTheMaximum {

    private static final int SAMPLES = 600;
    private static final int MANY = 6_000;
    private static final int LONG = 60_000;
    private static final Duration EVERY = Duration.ofMillis(10);

    /** A day as samples of lag, and whether the alert must fire. */
    private record Day(String name, boolean alarming, Lag lag) {}

    private static final List<Day> DAYS =
            List.of(
                    day("a quiet day", false, i -> i % 7 * 0.2),
                    day("a quiet day with one collection of 38 ms", false, i -> i == 99 ? 38 : 1),
                    day("a busy day, always 5 ms late", false, i -> 5),
                    day("an outage of one second", true, i -> i == 300 ? 1_000 : 1),
                    day("one such outage in a whole minute", true, MANY, i -> i == 9 ? 1_000 : 1),
                    day("one such outage in ten minutes", true, LONG, i -> i == 9 ? 1_003 : 1),
                    day("steady lag of 120 ms", true, i -> 120),
                    day("steady lag of 150 ms", true, i -> 150));

    private AlertOnTheMaximum() {}

    private static Day day(String name, boolean alarming, IntToDoubleFunction lagMillis) {
        return day(name, alarming, SAMPLES, lagMillis);
    }

    private static Day day(
            String name, boolean alarming, int count, IntToDoubleFunction lagMillis) {
        var samples = new ArrayList<Sample>();
        double at = 0;
        for (int i = 0; i < count; i++) {
            // The next tick is scheduled when this one has fired, so lag also means missing
            // samples.
            at += EVERY.toMillis() + lagMillis.applyAsDouble(i);
            var time = Duration.ofNanos((long) (at * 1e6));
            samples.add(new Sample(time, lagMillis.applyAsDouble(i)));
        }
        return new Day(name, alarming, Lag.of(EVERY, samples));
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
                        "Which number distinguishes this day from the others?");
            }
        }
        return new Verdict.Passed("It fired on every bad day and stayed silent on every good one.");
    }
}
