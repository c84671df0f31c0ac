Integer threads = 4;
