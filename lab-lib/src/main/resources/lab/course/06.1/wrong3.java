Asking returned = connection -> {
    var counts = new TreeMap<String, Integer>();
    try (var ask = connection.createStatement();
         var rows = ask.executeQuery("""
            select u.name, o.state from users u left join orders o on o.user_id = u.id""")) {
        while (rows.next()) {
            int one = "returned".equals(rows.getString(2)) ? 1 : 0;
            counts.merge(rows.getString(1), one, Integer::sum);
        }
    }
    return counts;
};
