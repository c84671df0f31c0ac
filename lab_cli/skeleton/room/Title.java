package lab.course.$room;

import java.util.function.Function;
import lab.exercise.Lesson;
import lab.measure.Race;

/** Notebook $number: TODO say in one sentence what it shows. */
public final class $Title {

    private $Title() {}

    /** Each claim with its judge, each exercise with its check. */
    @SuppressWarnings("unchecked")
    public static Lesson lesson() {
        return Lesson.of("$number")
                .claim("C00", Race.class, ${Title}Claims::slower)
                .exercise("$number.1", Function.class, DoubleIt::check);
    }
}
