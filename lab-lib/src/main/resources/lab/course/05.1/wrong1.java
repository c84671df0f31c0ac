Integer size = 2;
