Integer size = 100;
