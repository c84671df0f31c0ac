Function<Integer, Integer> answer = n -> n;
