String index = "create index orders_placed on orders (placed)";
