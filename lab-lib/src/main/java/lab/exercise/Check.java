package lab.exercise;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import lab.measure.Text;

/**
 * The check of one exercise. Whatever the learner's code does in it ends in a verdict: an error is
 * shown as what was seen, and a loop without end is stopped after {@link #LIMIT}.
 */
public final class Check<A> {

    /** Judges an answer; the learner's code in it may throw. */
    public interface Judging<A> {
        Verdict judge(A answer) throws Exception;
    }

    static final Duration LIMIT = Duration.ofSeconds(60);

    private final String id;
    private final Class<A> kind;
    private final Judging<A> judging;
    private final Duration limit;

    Check(String id, Class<A> kind, Judging<A> judging) {
        this(id, kind, judging, LIMIT);
    }

    Check(String id, Class<A> kind, Judging<A> judging, Duration limit) {
        this.id = id;
        this.kind = kind;
        this.judging = judging;
        this.limit = limit;
    }

    /**
     * @param stop ends the threads of an answer that does not end by itself
     */
    Verdict of(Object answer, Consumer<ThreadGroup> stop) throws InterruptedException {
        if (answer == null) {
            return notYet();
        }
        if (!kind.isInstance(answer)) {
            return new Verdict.Wrong(
                    "check(\"%s\", …) wants: %s; it got: %s."
                            .formatted(id, kind.getSimpleName(), answer.getClass().getSimpleName()),
                    "Pass the variable that the exercise's cell declares.");
        }
        return bounded(kind.cast(answer), stop);
    }

    private Verdict bounded(A answer, Consumer<ThreadGroup> stop) throws InterruptedException {
        var run = new FutureTask<>(() -> judging.judge(answer));
        var threads = new ThreadGroup("check " + id);
        Thread.ofPlatform().group(threads).daemon().name(threads.getName()).start(run);
        try {
            return run.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            stop.accept(threads);
            return new Verdict.Wrong(
                    "It was still running after " + Text.of(limit) + ".",
                    "Is there a loop without an end, or a future that nobody completes?"
                            + " If the next measurement refuses: Kernel > Restart.");
        } catch (ExecutionException e) {
            return thrown(e.getCause());
        } finally {
            run.cancel(true);
        }
    }

    private Verdict thrown(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Todo) {
                return notYet();
            }
        }
        return new Verdict.Wrong(
                "It threw `%s`.".formatted(error), "hint(\"%s\") has a push.".formatted(id));
    }

    private Verdict notYet() {
        return new Verdict.NotYet(
                "The exercise is as it was given. Fill in the TODO, run its cell and then this one."
                        + " hint(\"%s\") has a push.".formatted(id));
    }
}
