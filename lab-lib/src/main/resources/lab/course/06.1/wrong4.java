Asking returned = connection -> {
    var counts = new TreeMap<String, Integer>();
    try (var ask = connection.prepareStatement("""
            select u.name, count(o.id) from users u
            left join orders o on o.user_id = u.id and o.state = 'Returned' group by u.name""");
         var rows = ask.executeQuery()) {
        while (rows.next()) {
            counts.put(rows.getString(1), rows.getInt(2));
        }
    }
    return counts;
};
