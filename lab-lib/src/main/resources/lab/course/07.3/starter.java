record Line(int id, String name) {}
var json = JsonMapper.shared();
Export export = (connection, client) -> {
    // TODO: send "select id, name from readings" as lines of JSON such as
    //       {"id":7,"name":"name 7"}, in the order in which they come: the first one
    //       while the database still reads the others. After the last one, a line
    //       {"rows":3} with their number, and only then. What goes wrong must reach the
    //       caller. Leave the connection as it was, also then.
    todo();
};
