package lab.bench.fork;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import lab.measure.Text;

/**
 * Limits how many benchmarks of all users measure on this machine at the same time: one for every
 * {@value #CPUS_EACH} CPUs, and one on a smaller machine. All of them share JMH's own lock file, so
 * that a JMH run outside the lab has the machine for itself.
 */
public final class Turnstile {

    /** One CPU is for the benchmark, the others are for its JIT compiler, GC and harness. */
    private static final int CPUS_EACH = 4;

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** The lock files of the turnstiles that this JVM has passed: it runs one measurement. */
    private static final Set<Path> PASSED_HERE = ConcurrentHashMap.newKeySet();

    private final Path lock;
    private final int places;

    private Turnstile(Path lock, int cpus) {
        this.lock = lock;
        this.places = Math.max(1, cpus / CPUS_EACH);
    }

    /** The turnstile that all benchmarks of this machine pass. */
    public static Turnstile ofThisMachine() {
        return at(Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock"));
    }

    /** A turnstile for all who use this lock file. */
    public static Turnstile at(Path lock) {
        return at(lock, Runtime.getRuntime().availableProcessors());
    }

    /** The same on a machine with this number of CPUs. */
    static Turnstile at(Path lock, int cpus) {
        return new Turnstile(lock, cpus);
    }

    /**
     * Who is in the way.
     *
     * @param who such as "process 6000 of user ada"
     * @param left how long the wait takes at most
     */
    public record Wait(String who, Duration left) {

        /** "waiting for process 6000, ..., at most 42 s; measuring then takes about 9 s". */
        public String before(Duration measuring) {
            return "waiting for %s, which is measuring, at most %d s; measuring then takes about %s"
                    .formatted(who, left.toSeconds() + 1, Text.of(measuring));
        }
    }

    /** The permission to measure, until it is closed. */
    public static final class Pass implements AutoCloseable {

        private final Path lock;
        private final List<LockFile> locked;
        private final Optional<String> blocker;

        private Pass(Path lock, List<LockFile> locked, Optional<String> blocker) {
            this.lock = lock;
            this.locked = locked;
            this.blocker = blocker;
        }

        /** Who measures at the same time although the machine is too small for both. */
        public Optional<String> blocker() {
            return blocker;
        }

        @Override
        public void close() {
            if (blocker.isEmpty()) {
                locked.forEach(LockFile::close);
                PASSED_HERE.remove(lock);
            }
        }
    }

    /**
     * Waits for a place, at most for this time; then it gives a pass with a blocker.
     *
     * @param threads of the benchmark: more of them need more places
     * @param waiting receives again and again who is in the way
     */
    public Pass pass(int threads, Duration patience, Consumer<Wait> waiting)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var pass = attempt(Math.min(places, 1 + threads / CPUS_EACH));
            var left = Duration.ofNanos(end - System.nanoTime());
            if (pass.blocker().isEmpty() || left.isNegative()) {
                return pass;
            }
            waiting.accept(new Wait(pass.blocker().get(), left));
            Thread.sleep(LOOK_EVERY);
        }
    }

    private Pass attempt(int needed) {
        if (!PASSED_HERE.add(lock)) {
            return blocked("another cell of this notebook");
        }
        var locked = new ArrayList<LockFile>();
        var blocker = collect(locked, needed);
        if (blocker.isPresent()) {
            locked.forEach(LockFile::close);
            PASSED_HERE.remove(lock);
            return blocked(blocker.get());
        }
        return new Pass(lock, locked, Optional.empty());
    }

    private Pass blocked(String who) {
        return new Pass(lock, List.of(), Optional.of(who));
    }

    /** Collects the locks, or finds who is in the way. */
    private Optional<String> collect(List<LockFile> locked, int needed) {
        if (take(LockFile.share(lock), locked) instanceof LockFile.Attempt.Busy) {
            return Optional.of("a JMH run outside the lab");
        }
        Optional<String> holder = Optional.empty();
        int taken = 0;
        for (int place = 1; place <= places && taken < needed; place++) {
            if (take(LockFile.own(place(place)), locked) instanceof LockFile.Attempt.Busy busy) {
                holder = holder.or(() -> Optional.of(named(busy.holder())));
            } else {
                taken++;
            }
        }
        return taken < needed ? holder : Optional.empty();
    }

    private static LockFile.Attempt take(LockFile.Attempt attempt, List<LockFile> locked) {
        if (attempt instanceof LockFile.Attempt.Locked(LockFile file)) {
            locked.add(file);
        }
        return attempt;
    }

    private Path place(int number) {
        return lock.resolveSibling(lock.getFileName() + ".lab-" + number);
    }

    private static String named(Optional<Long> holder) {
        return holder.map(pid -> owned(pid, "process " + pid)).orElse("another process");
    }

    private static String owned(long pid, String process) {
        var user = ProcessHandle.of(pid).flatMap(handle -> handle.info().user());
        if (user.isEmpty()) {
            return process;
        }
        return user.get().equals(System.getProperty("user.name"))
                ? "another notebook of yours (%s)".formatted(process)
                : "%s of user %s".formatted(process, user.get());
    }
}
