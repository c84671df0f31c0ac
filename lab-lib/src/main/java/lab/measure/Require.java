package lab.measure;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Refuses a wrong argument with a message that has its name, its bound, its value and what to write
 * instead.
 */
public final class Require {

    private static final String OUTSIDE = "%s must be %s to %s, was %s; try %s";

    private Require() {}

    /**
     * @param holds the condition
     * @param message a format that names the parameter, the bound, the value and what to write
     * @throws IllegalArgumentException unless {@code holds}
     */
    public static void that(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }

    /**
     * Refuses a missing value: in a notebook this is usually a variable whose cell has failed.
     *
     * @param name of the parameter
     * @param wayOut what to write
     */
    public static <T> T given(T value, String name, String wayOut) {
        that(
                value != null,
                "%s must not be null; try %s, or run the cell again that sets it",
                name,
                wayOut);
        return value;
    }

    /** Refuses a list of arguments if one of them is missing. */
    public static <T> T[] allGiven(T[] values, String name, String wayOut) {
        for (T value : given(values, name, wayOut)) {
            given(value, name, wayOut);
        }
        return values;
    }

    /**
     * Refuses a number outside its bounds, and NaN.
     *
     * @param name of the parameter
     * @param wayOut a value that is accepted, as the caller would write it
     */
    public static void within(double value, String name, double low, double high, String wayOut) {
        boolean holds = low <= value && value <= high;
        that(holds, OUTSIDE, name, Text.of(low), Text.of(high), Text.of(value), wayOut);
    }

    /** Refuses a time outside its bounds, and a missing one. */
    public static void within(
            Duration value, String name, Duration low, Duration high, String wayOut) {
        given(value, name, wayOut);
        boolean holds = low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
        that(holds, OUTSIDE, name, Text.of(low), Text.of(high), Text.of(value), wayOut);
    }

    /**
     * Looks up one of several things by its name.
     *
     * @param name what to look for: a text, a number or a time
     * @param kind what all of them are, such as "part"
     * @throws IllegalArgumentException if the name is unknown; the message lists the known names
     */
    public static <T> T known(Object name, String kind, Map<?, ? extends T> all) {
        T found = all.get(given(name, kind, oneOf(all.keySet())));
        that(found != null, "%s", unknown(name, kind, all.keySet()));
        return found;
    }

    /**
     * The same for a list of things that have names.
     *
     * @param nameOf returns the name of one thing
     */
    public static <T> T known(
            Object name, String kind, Collection<? extends T> all, Function<? super T, ?> nameOf) {
        var named = new LinkedHashMap<Object, T>();
        all.forEach(one -> named.putIfAbsent(nameOf.apply(one), one));
        return known(name, kind, named);
    }

    /**
     * Refuses a name that one of several things has already.
     *
     * @param kind what all of them are, such as "way of reading"
     * @param nameOf returns the name of one thing
     */
    public static <T> void unused(
            String name, String kind, Collection<? extends T> all, Function<? super T, ?> nameOf) {
        given(name, "name", "\"first\"");
        that(
                all.stream().noneMatch(one -> name.equals(nameOf.apply(one))),
                "each %s must have its own name, \"%s\" is taken",
                kind,
                name);
    }

    private static String unknown(Object name, String kind, Collection<?> names) {
        var alike = names.stream().filter(known -> isAlike(known, name)).toList();
        if (alike.size() == 1) {
            return "there is no %s %s; did you mean %s?".formatted(kind, shown(name), list(alike));
        }
        return "there is no %s %s; there %s"
                .formatted(
                        kind,
                        shown(name),
                        switch (names.size()) {
                            case 0 -> "are none yet";
                            case 1 -> "is " + list(names);
                            default -> "are " + list(names);
                        });
    }

    /** Such as "3.1" for "03.1", or another case. */
    private static boolean isAlike(Object known, Object name) {
        var wanted = String.valueOf(name).strip().toLowerCase(Locale.ROOT);
        return wanted.length() >= 3
                && String.valueOf(known).toLowerCase(Locale.ROOT).endsWith(wanted);
    }

    private static String oneOf(Collection<?> names) {
        return "one of " + list(names);
    }

    private static String list(Collection<?> names) {
        return names.stream().map(Require::shown).collect(joining(", "));
    }

    private static String shown(Object name) {
        return switch (name) {
            case CharSequence text -> "\"%s\"".formatted(text);
            case Duration time -> Text.of(time);
            case null, default -> String.valueOf(name);
        };
    }
}
