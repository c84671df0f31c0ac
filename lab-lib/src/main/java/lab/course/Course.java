package lab.course;

import java.util.List;
import lab.exercise.Lesson;

/** All lessons, in the order of their notebooks. */
public final class Course {

    private Course() {}

    public static List<Lesson> lessons() {
        return List.of(
                StartHere.lesson(),
                EventLoopStalls.lesson(),
                ConnectionPools.lesson(),
                Queries.lesson());
    }
}
