record Line(int id, String name) {}
var json = JsonMapper.shared();
Export export = (connection, client) -> {
    var cursor = Cursor.open(connection, "select id, name from readings");
    var rows = cursor.rows();
    int count = 0;
    for (; rows.next(); count++) {
        var line = new Line(rows.getInt("id"), rows.getString("name"));
        client.write(json.writeValueAsBytes(line));
        client.write('\n');
    }
    client.write(json.writeValueAsBytes(Map.of("rows", count)));
    client.write('\n');
    cursor.close();
};
