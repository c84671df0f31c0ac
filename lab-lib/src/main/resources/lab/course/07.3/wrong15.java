record Line(int id, String name) {}
var json = JsonMapper.shared();
Export export = (connection, client) -> {
    var sql = "select id, name from readings";
    try (var cursor = Cursor.open(connection, sql)) {
        var rows = cursor.rows();
        int count = 0;
        for (; rows.next(); count++) {
            var line = new Line(rows.getInt("id"), rows.getString("name"));
            try {
                client.write(json.writeValueAsBytes(line));
                client.write('\n');
            } catch (IOException left) { }
        }
        try {
            client.write(json.writeValueAsBytes(Map.of("rows", count)));
            client.write('\n');
        } catch (IOException left) { }
    }
};
