package lab.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Names items as briefly as tells them apart: the class only where there are several. */
final class Names {

    private final boolean classes;

    Names(List<Item> items) {
        classes = items.stream().map(Names::type).distinct().count() > 1;
    }

    String of(Item item) {
        var params =
                item.params().entrySet().stream()
                        .map(param -> " " + param.getKey() + "=" + param.getValue())
                        .collect(joining());
        var full = benchmark(item);
        return (classes ? full : full.substring(full.lastIndexOf('.') + 1)) + params;
    }

    /** The class's simple name and the method. */
    static String benchmark(Item item) {
        var packageAndOuter = type(item).lastIndexOf('.');
        return item.benchmark().substring(packageAndOuter + 1);
    }

    private static String type(Item item) {
        return item.benchmark().substring(0, item.benchmark().lastIndexOf('.'));
    }
}
