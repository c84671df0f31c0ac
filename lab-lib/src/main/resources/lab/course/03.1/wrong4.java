Integer threads = 15;
