Integer threads = 12;
