Loader loader = file -> {
    try (var all = Files.lines(file)) {
        var fields = all.skip(1).map(line -> line.split(",", -1)).toList();
        var good = fields.stream()
            .filter(f -> f.length == 6 && f[5].matches("\\d+[.]\\d\\d")).toList();
        var cents = good.stream().collect(Collectors.groupingBy(f -> f[3],
            Collectors.summingLong(f -> Long.parseLong(f[5].replace(".", "")))));
        return new Loaded(cents, good.size(), fields.size() - good.size());
    }
};
