Loader loader = file -> {
    var cents = new HashMap<String, Long>();
    long rows = 0, bad = 0;
    try (var in = Files.newBufferedReader(file)) {
        in.readLine();
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c != '\n') { line.append((char) c); continue; }
            var fields = line.toString().split(",", -1);
            line.setLength(0);
            if (fields.length != 6 || !fields[5].matches("\\d+[.]\\d\\d")) {
                bad++;
                continue;
            }
            long amount = Long.parseLong(fields[5].replace(".", ""));
            cents.merge(fields[3], amount, Long::sum);
            rows++;
        }
    }
    return new Loaded(cents, rows, bad);
};
