package lab.exercise;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lab.measure.CauseChain;
import lab.measure.CellCode;
import lab.measure.Text;

/**
 * The check of one exercise. Whatever the learner's code does in it ends in a verdict: an error is
 * shown as what was seen, and code that does not end is stopped.
 */
public final class Check<A> {

    /** Judges an answer; the learner's code in it may throw. */
    public interface Judging<A> {
        Verdict judge(A answer) throws Exception;
    }

    /**
     * How long a check may take.
     *
     * @param code how long one thread may stay in the learner's code. The check's own work, such as
     *     a benchmark or the load on a server, does not count
     * @param whole how long the check may take with all its work
     */
    record Limits(Duration code, Duration whole) {

        static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(60));
    }

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final String id;
    private final Class<A> kind;
    private final Judging<A> judging;
    private final Limits limits;
    private final Optional<Predicate<Class<?>>> attempt;

    Check(String id, Class<A> kind, Judging<A> judging) {
        this(id, kind, judging, Limits.USUAL);
    }

    Check(String id, Class<A> kind, Judging<A> judging, Limits limits) {
        this(id, kind, judging, limits, Optional.empty());
    }

    private Check(
            String id,
            Class<A> kind,
            Judging<A> judging,
            Limits limits,
            Optional<Predicate<Class<?>>> attempt) {
        this.id = id;
        this.kind = kind;
        this.judging = judging;
        this.limits = limits;
        this.attempt = attempt;
    }

    /** The same, where the answer is measured from a class that passes this test. */
    Check<A> measuredFrom(Predicate<Class<?>> attempted) {
        return new Check<>(id, kind, judging, limits, Optional.of(attempted));
    }

    /** Whether the answer is a class that has to be measured. */
    boolean isMeasured() {
        return attempt.isPresent();
    }

    /** Whether it is worth measuring this class: something was written. */
    boolean isAttempt(Class<?> type) {
        return attempt.stream().anyMatch(one -> one.test(type));
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
                    "check(\"%s\", …) expects a value of type %s, and this one has the type %s."
                            .formatted(id, kind.getSimpleName(), type(answer)),
                    "Pass the variable that the exercise's cell declares.");
        }
        return bounded(kind.cast(answer), stop);
    }

    private Verdict bounded(A answer, Consumer<ThreadGroup> stop) throws InterruptedException {
        var run = new FutureTask<>(() -> judging.judge(answer));
        var threads = new ThreadGroup("check " + id);
        Thread.ofPlatform().group(threads).daemon().name(threads.getName()).start(run);
        try {
            var stuck = awaited(run, new LearnersCode(threads, System::nanoTime));
            if (stuck == null) {
                return run.get();
            }
            stop.accept(threads);
            return stuck;
        } catch (ExecutionException e) {
            return thrown(e.getCause());
        } finally {
            run.cancel(true);
        }
    }

    /** Waits for the end; the verdict on a run that does not end, or {@code null}. */
    private Verdict awaited(FutureTask<Verdict> run, LearnersCode code)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + limits.whole().toNanos();
        while (System.nanoTime() < end) {
            try {
                run.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                return null;
            } catch (TimeoutException notYetDone) {
                var stay = code.longest().filter(one -> isTooLong(one.time()));
                if (stay.isPresent()) {
                    return endless(
                            "Your code has not ended after %s; it is in: %s."
                                    .formatted(Text.of(limits.code()), stay.get().place()));
                }
            }
        }
        return endless("The check was still running after " + Text.of(limits.whole()) + ".");
    }

    private boolean isTooLong(Duration time) {
        return time.compareTo(limits.code()) >= 0;
    }

    private static Verdict endless(String seen) {
        return new Verdict.Wrong(
                seen,
                "Is there a loop without an end, a future that never completes, or a permit that is"
                        + " never released?"
                        + " If the next measurement refuses to run: Kernel > Restart.");
    }

    private Verdict thrown(Throwable error) {
        if (CauseChain.of(error).anyMatch(Todo.class::isInstance)) {
            return notYet();
        }
        return new Verdict.Wrong(
                "It threw `%s`.".formatted(inShort(error)),
                "hint(\"%s\") gives a hint.".formatted(id));
    }

    /** Without the package, which says nothing new to a learner. */
    private static String inShort(Throwable error) {
        String type = error.getClass().getSimpleName();
        return error.getMessage() == null
                ? type
                : type + ": " + CellCode.withoutWrapper(error.getMessage());
    }

    /** A lambda has no name of its own. */
    private static String type(Object answer) {
        var type = answer.getClass();
        return type.isHidden() && type.getInterfaces().length > 0
                ? type.getInterfaces()[0].getSimpleName()
                : type.getSimpleName();
    }

    private Verdict notYet() {
        return new Verdict.NotYet(
                "There is no answer: its cell is as it was given, or has failed. Complete the TODO,"
                        + " run its cell, then run this cell again. hint(\"%s\") gives a hint."
                                .formatted(id));
    }
}
