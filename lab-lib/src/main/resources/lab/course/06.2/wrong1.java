String index = "create index orders_amount on orders (amount)";
