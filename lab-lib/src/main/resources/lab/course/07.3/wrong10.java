record Line(int id, String name) {}
var json = JsonMapper.shared();
Export export = (connection, client) -> {
    int count = 0;
    for (boolean more = true; more; ) {
        more = false;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, name"
                    + " from readings order by id offset " + count
                    + " rows fetch next 1000 rows only")) {
            for (; rows.next(); count++, more = true) {
                var line = new Line(rows.getInt("id"), rows.getString("name"));
                client.write(json.writeValueAsBytes(line));
                client.write('\n');
            }
        }
    }
    client.write(json.writeValueAsBytes(Map.of("rows", count)));
    client.write('\n');
};
