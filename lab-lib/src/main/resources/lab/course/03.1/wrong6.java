Integer threads = 40;
