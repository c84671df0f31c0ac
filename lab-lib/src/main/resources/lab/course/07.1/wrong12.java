Loader loader = file -> {
    var cents = new HashMap<String, Long>();
    long rows = 0, bad = 0;
    try (var in = Files.newBufferedReader(file)) {
        in.readLine();   // the header
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var fields = line.split(",");
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
