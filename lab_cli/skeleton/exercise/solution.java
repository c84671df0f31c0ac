Function<Integer, Integer> answer = n -> 2 * n;
