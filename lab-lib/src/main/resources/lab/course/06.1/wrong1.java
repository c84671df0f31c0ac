Asking returned = connection -> {
    var counts = new TreeMap<String, Integer>();
    try (var ask = connection.prepareStatement(
             "select count(*) from orders where user_id = ? and state = 'returned'");
         var all = connection.createStatement();
         var users = all.executeQuery("select id, name from users")) {
        while (users.next()) {
            ask.setInt(1, users.getInt(1));
            try (var count = ask.executeQuery()) {
                count.next();
                counts.put(users.getString(2), count.getInt(1));
            }
        }
    }
    return counts;
};
