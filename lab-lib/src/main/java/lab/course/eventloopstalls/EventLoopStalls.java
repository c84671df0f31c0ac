package lab.course.eventloopstalls;

import java.util.function.Predicate;
import lab.eventloop.Bursts;
import lab.eventloop.Offload;
import lab.eventloop.Onlookers;
import lab.eventloop.Slicing;
import lab.eventloop.Stall;
import lab.eventloop.Stalls;
import lab.exercise.Lesson;
import lab.measure.Costs;
import lab.regex.Growth;

/** Notebook 02: what happens to everyone when one request blocks the event loop. */
public final class EventLoopStalls {

    /** A factor below this one makes no practical difference. */
    private EventLoopStalls() {}

    public static Lesson lesson() {
        var lesson = Lesson.of("02");
        costs(lesson);
        stalls(lesson);
        lag(lesson);
        regex(lesson);
        return exercises(lesson);
    }

    private static void costs(Lesson lesson) {
        lesson.claim("C14", Costs.class, CostClaims::hash)
                .claim("C17", Costs.class, CostClaims::parse)
                .claim("C18", Costs.class, CostClaims::parseMuch)
                .claim("C19", Costs.class, CostClaims::write)
                .claim("C20", Costs.class, CostClaims::billion)
                .claim("C21", Costs.class, CostClaims::manyItems)
                .claim("C22", Costs.class, CostClaims::sort)
                .claim("C23", Costs.class, CostClaims::readFile)
                .claim("C24", Costs.class, CostClaims::worthHandingOver);
    }

    private static void stalls(Lesson lesson) {
        lesson.claim("C05", Stalls.class, StallClaims::slices)
                .claim("C06", Stalls.class, StallClaims::blockedLoop)
                .claim("C15", Stalls.class, StallClaims::offloading)
                .claim("C16", Stalls.class, StallClaims::offloading)
                .claim("C25", Bursts.class, StallClaims::hiddenPool)
                .claim("C26", Stall.class, StallClaims::idleYetSlow)
                .claim("C27", Stalls.class, StallClaims::everyoneWaits);
    }

    private static void lag(Lesson lesson) {
        lesson.claim("C07", Stall.class, LagClaims::healthyBelowTen)
                .claim("C08", Stall.class, LagClaims::alertOnP95)
                .claim("C09", Stall.class, LagClaims::alertAboveHundred)
                .claim("C10", Stall.class, LagClaims::stuck)
                .claim("C11", Stall.class, LagClaims::sampling)
                .claim("C12", Stall.class, LagClaims::drift)
                .claim("C13", Onlookers.class, LagClaims::observedMarks);
    }

    private static void regex(Lesson lesson) {
        lesson.claim("C30", Growth.class, RegexClaims::classic)
                .claim("C31", Growth.class, RegexClaims::search)
                .claim("C32", Growth.class, RegexClaims::overlapping)
                .claim("C33", Growth.class, RegexClaims::linear);
    }

    @SuppressWarnings("unchecked")
    private static Lesson exercises(Lesson lesson) {
        return lesson.exercise("02.1", Offload.class, KeepTheLoopFree::check)
                .exercise("02.2", Slicing.class, CutIntoSlices::check)
                .exercise("02.3", Predicate.class, AlertOnTheMaximum::check)
                .exercise("02.4", String.class, LinearPattern::check);
    }
}
