Loader loader = file -> {
    var cents = new HashMap<String, Long>();
    long rows = 0, bad = 0;
    var lines = Files.readAllLines(file);
    for (var line : lines.subList(1, lines.size())) {
        var fields = line.split(",", -1);
        if (fields.length != 6 || !fields[5].matches("\\d+[.]\\d\\d")) {
            bad++;
            continue;
        }
        cents.merge(fields[3], Long.parseLong(fields[5].replace(".", "")), Long::sum);
        rows++;
    }
    return new Loaded(cents, rows, bad);
};
