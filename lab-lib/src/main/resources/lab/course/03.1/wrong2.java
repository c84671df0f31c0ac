Integer threads = 10;
