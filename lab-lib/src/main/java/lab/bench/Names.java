package lab.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;
import lab.bench.fork.Item;
import lab.bench.source.Compilation;

/**
 * Names items as briefly as possible: with the class only where there are several, with the class
 * around it only where two classes have the same name.
 */
final class Names {

    /** All of a cell's, and what looks like one of the class path. */
    private static final Pattern PACKAGE =
            Pattern.compile("^%s\\.|^(\\p{Ll}\\w*\\.)+(?=\\p{Lu})".formatted(Compilation.PACKAGE));

    private final boolean classes;
    private final boolean outer;

    Names(List<Item> items) {
        var types = items.stream().map(Names::type).distinct().toList();
        classes = types.size() > 1;
        outer = types.stream().map(Names::last).distinct().count() < types.size();
    }

    String of(Item item) {
        var params =
                item.params().entrySet().stream()
                        .map(param -> " " + param.getKey() + "=" + param.getValue())
                        .collect(joining());
        return method(item) + params;
    }

    private String method(Item item) {
        var method = last(item.benchmark());
        if (outer) {
            return benchmark(item);
        }
        return classes ? last(type(item)) + "." + method : method;
    }

    /** The class, with those around it, and the method; no package. */
    static String benchmark(Item item) {
        return PACKAGE.matcher(item.benchmark()).replaceFirst("");
    }

    private static String type(Item item) {
        return item.benchmark().substring(0, item.benchmark().lastIndexOf('.'));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
