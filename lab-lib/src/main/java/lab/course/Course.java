package lab.course;

import java.util.List;
import lab.course.asyncpatterns.AsyncPatterns;
import lab.course.connectionpools.ConnectionPools;
import lab.course.eventloopstalls.EventLoopStalls;
import lab.course.queries.Queries;
import lab.course.serializationandcompression.SerializationAndCompression;
import lab.course.starthere.StartHere;
import lab.course.streaming.Streaming;
import lab.course.threadpools.ThreadPools;
import lab.exercise.Lesson;

/** All lessons, in the order of their notebooks. */
public final class Course {

    private Course() {}

    public static List<Lesson> lessons() {
        return List.of(
                StartHere.lesson(),
                EventLoopStalls.lesson(),
                ThreadPools.lesson(),
                AsyncPatterns.lesson(),
                ConnectionPools.lesson(),
                Queries.lesson(),
                Streaming.lesson(),
                SerializationAndCompression.lesson());
    }
}
