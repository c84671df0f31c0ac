Loader loader = file -> {
    var cents = new HashMap<String, Double>();
    long rows = 0, bad = 0;
    try (var in = Files.newBufferedReader(file)) {
        in.readLine();   // the header
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var fields = line.split(",", -1);
            if (fields.length != 6 || !fields[5].matches("\\d+[.]\\d\\d")) {
                bad++;
                continue;
            }
            cents.merge(fields[3], Double.parseDouble(fields[5]), Double::sum);
            rows++;
        }
    }
    var exact = new HashMap<String, Long>();
    cents.forEach((city, sum) -> exact.put(city, Math.round(100 * sum)));
    return new Loaded(exact, rows, bad);
};
