package lab.course.asyncpatterns;

import lab.async.FanOut;
import lab.async.LimitedMap;
import lab.async.LoadAll;
import lab.async.Noticed;
import lab.async.Patient;
import lab.async.Settled;
import lab.exercise.Lesson;
import lab.measure.Race;

/** Notebook 04: calls at the same time, and what becomes of their errors and timeouts. */
public final class AsyncPatterns {

    private AsyncPatterns() {}

    public static Lesson lesson() {
        return Lesson.of("04")
                .claim("C76", Noticed.class, AsyncClaims::oneThreadEnds)
                .claim("C78", Race.class, AsyncClaims::atOnce)
                .claim("C79", Settled.class, AsyncClaims::partialFailure)
                .claim("C80", Race.class, AsyncClaims::computing)
                .claim("C81", FanOut.class, AsyncClaims::fewAtATime)
                .claim("C82", Race.class, AsyncClaims::loopIsSerial)
                .claim("C93", Noticed.class, AsyncClaims::errorsMustBeCaught)
                .exercise("04.1", LimitedMap.class, MapWithLimit::check)
                .exercise("04.2", Patient.class, StopItsWork::check)
                .exercise("04.3", LoadAll.class, KeepBoth::check)
                .why("04.4");
    }
}
