Loader loader = file -> {
    var cents = new HashMap<String, Long>();
    long rows = 0, bad = 0;
    try (var in = Files.newBufferedReader(file)) {
        in.readLine();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            try {
                var fields = line.split(",", -1);
                if (fields.length > 6) continue;
                long amount = Long.parseLong(fields[5].replace(".", ""));
            cents.merge(fields[3], amount, Long::sum);
                rows++;
            } catch (RuntimeException skip) { }
        }
    }
    return new Loaded(cents, rows, bad);
};
