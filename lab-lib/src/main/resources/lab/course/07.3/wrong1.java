record Line(int id, String name) {}
var json = JsonMapper.shared();
Export export = (connection, client) -> {
    var all = new ArrayList<Line>();
    var sql = "select id, name from readings";
    try (var cursor = Cursor.open(connection, sql)) {
        var rows = cursor.rows();
        while (rows.next()) {
            all.add(new Line(rows.getInt("id"), rows.getString("name")));
        }
    }
    for (var line : all) {
        client.write(json.writeValueAsBytes(line));
        client.write('\n');
    }
    client.write(json.writeValueAsBytes(Map.of("rows", all.size())));
    client.write('\n');
};
