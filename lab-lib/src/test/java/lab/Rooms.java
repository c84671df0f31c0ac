package lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The packages of the library and the packages that each may use: the only definition of this
 * order. A package that is missing here fails the architecture test.
 */
final class Rooms {

    /** Each subject shows one phenomenon; no subject uses another. */
    private static final Set<String> SUBJECTS =
            Set.of(
                    "lab.eventloop",
                    "lab.regex",
                    "lab.threads",
                    "lab.async",
                    "lab.pool",
                    "lab.query",
                    "lab.stream",
                    "lab.json",
                    "lab.compress",
                    "lab.cache",
                    "lab.memory",
                    "lab.http",
                    "lab.cluster",
                    "lab.monitor",
                    "lab.jit");

    private static final Set<String> GROUNDS =
            Set.of("lab.server", "lab.database", "lab.dataset", "lab.wire", "lab.child");

    private static final String MEASURE = "lab.measure";
    private static final String LOAD = "lab.load";
    private static final String PROFILE = "lab.profile";
    private static final String EXERCISE = "lab.exercise";
    private static final String CHART = "lab.chart";
    private static final String BENCH = "lab.bench";
    private static final String JUPYTER = "lab.jupyter";
    private static final String COURSE = "lab.course";

    private static final Map<String, Set<String>> BELOW = below();
    private static final Set<String> OF_ONE_NOTEBOOK =
            and(
                    and(SUBJECTS, PROFILE, EXERCISE, BENCH, LOAD, MEASURE),
                    GROUNDS.toArray(String[]::new));

    private Rooms() {}

    private static Map<String, Set<String>> below() {
        var rooms = new LinkedHashMap<String, Set<String>>();
        rooms.put(MEASURE, Set.of());
        rooms.put("lab.wire", Set.of(MEASURE));
        rooms.put("lab.dataset", Set.of(MEASURE));
        rooms.put("lab.server", Set.of(MEASURE));
        rooms.put("lab.child", Set.of(MEASURE));
        rooms.put("lab.database", Set.of("lab.wire", "lab.dataset", MEASURE));
        rooms.put(LOAD, Set.of(MEASURE));
        rooms.put(CHART, Set.of(MEASURE));
        rooms.put(EXERCISE, Set.of(MEASURE));
        rooms.put("lab.bench.fork", Set.of(MEASURE));
        rooms.put("lab.bench.source", Set.of(MEASURE));
        rooms.put(BENCH, Set.of("lab.bench.source", "lab.bench.fork", MEASURE));
        rooms.put(PROFILE, Set.of(LOAD, MEASURE));
        SUBJECTS.forEach(subject -> rooms.put(subject, and(GROUNDS, LOAD, MEASURE)));
        // Written by the generator of avaje-jsonb.
        rooms.put("lab.json.jsonb", Set.of("lab.json"));
        rooms.put(JUPYTER, Set.of(CHART, EXERCISE, MEASURE));
        rooms.put("lab.kernel", Set.of(JUPYTER, MEASURE));
        rooms.put(COURSE, Set.of(EXERCISE));
        return rooms;
    }

    /** Whether a class of one package may use a class of another. */
    static boolean mayUse(String user, String used) {
        return user.equals(used)
                || user.equals("lab")
                || allowed(user).contains(used)
                || user.equals(COURSE) && used.startsWith(COURSE + ".");
    }

    /** Whether the package is part of the order. */
    static boolean has(String room) {
        return room.equals("lab") || BELOW.containsKey(room) || isOfOneNotebook(room);
    }

    /** The packages that a package may use in addition to itself and the JDK. */
    static Set<String> allowed(String user) {
        return BELOW.getOrDefault(user, isOfOneNotebook(user) ? OF_ONE_NOTEBOOK : Set.of());
    }

    /** The claims and checks of one notebook; no notebook uses those of another. */
    private static boolean isOfOneNotebook(String room) {
        return room.matches("lab\\.course\\.[a-z0-9]+");
    }

    private static Set<String> and(Set<String> some, String... more) {
        var all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
