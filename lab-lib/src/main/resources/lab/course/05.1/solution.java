Integer size = 9;
