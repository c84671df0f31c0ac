package lab.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lab.dataset.Shop;

/**
 * A table of the invented shop.
 *
 * @param name its name
 * @param columns as in {@code create table}
 * @param rows the file with its rows
 */
record Table(String name, String columns, Path rows) {

    private static final Map<String, String> COLUMNS =
            Map.of(
                    "users",
                    "id int primary key, name varchar(40) not null, email varchar(60) not null",
                    "orders",
                    "id int primary key, user_id int not null, state varchar(8) not null,"
                            + " amount decimal(10, 2) not null, placed date not null",
                    "items",
                    "order_id int not null, line int not null, sku varchar(8) not null,"
                            + " pieces int not null, price decimal(10, 2) not null");

    static Table of(Shop shop, String name) {
        return new Table(name, COLUMNS.get(name), shop.file(name));
    }

    static List<Table> allOf(Shop shop, String... names) {
        return List.of(names).stream().map(name -> of(shop, name)).toList();
    }

    String ddl() {
        return "create table %s (%s)".formatted(name, columns);
    }
}
