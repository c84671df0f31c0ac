package lab.course.queries;

import lab.exercise.Lesson;
import lab.measure.Race;
import lab.profile.Amdahl;
import lab.profile.Hierarchy;
import lab.query.Asking;
import lab.query.Plans;
import lab.query.SeenQueries;
import lab.query.Transfer;
import lab.query.WaysCompared;

/** Notebook 06: what a query costs, and which of its costs is worth work. */
public final class Queries {

    private Queries() {}

    public static Lesson lesson() {
        return Lesson.of("06")
                .claim("C112", WaysCompared.class, QueryClaims::onePerRow)
                .claim("C113", Race.class, QueryClaims::index)
                .claim("C114", Plans.class, QueryClaims::plans)
                .claim("C115", Amdahl.class, QueryClaims::largestPart)
                .claim("C118", SeenQueries.class, QueryClaims::slowLog)
                .claim("C138", Hierarchy.class, QueryClaims::hierarchy)
                .exercise("06.1", Asking.class, OneStatement::check)
                .exercise("06.2", String.class, MissingIndex::check)
                .exercise("06.3", Transfer.class, BothOrNeither::check);
    }
}
