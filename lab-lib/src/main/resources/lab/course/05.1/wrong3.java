Integer size = 7;
