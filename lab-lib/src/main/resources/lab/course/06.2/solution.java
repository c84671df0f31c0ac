String index = "create index orders_user_placed on orders (user_id, placed)";
