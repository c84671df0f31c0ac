Integer threads = 200;
