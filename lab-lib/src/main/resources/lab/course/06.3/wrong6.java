Transfer mine = (pool, from, to, amount) -> {
    try (var one = pool.getConnection(); var two = pool.getConnection()) {
        one.setAutoCommit(false);
        two.setAutoCommit(false);
        Transfer.enter(one, from, -amount);
        Transfer.enter(two, to, amount);
        one.commit();
        two.commit();
    }
};
