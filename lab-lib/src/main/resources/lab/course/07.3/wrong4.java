record Line(int id, String name) {}
var json = JsonMapper.shared();
Export export = (connection, client) -> {
    try (var statement = connection.createStatement()) {
        statement.execute("set lazy_query_execution true");
        var rows = statement.executeQuery(
            "select id, name from readings");
        int count = 0;
        for (; rows.next(); count++) {
            var line = new Line(rows.getInt("id"), rows.getString("name"));
            client.write(json.writeValueAsBytes(line));
            client.write('\n');
        }
        client.write(json.writeValueAsBytes(Map.of("rows", count)));
        client.write('\n');
    }
};
