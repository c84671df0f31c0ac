Loader loader = file -> {
    var cents = new HashMap<String, Long>();
    long rows = 0, bad = 0;
    try (var in = Files.newBufferedReader(file)) {
        in.readLine();   // the header
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var fields = line.split(",", -1);
            if (fields.length != 6) {
                bad++;
                continue;
            }
            try {
                long amount = Long.parseLong(fields[5].replace(".", ""));
                cents.merge(fields[3], amount, Long::sum);
                rows++;
            } catch (NumberFormatException e) {
                bad++;
            }
        }
    }
    return new Loaded(cents, rows, bad);
};
