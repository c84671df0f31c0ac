Integer threads = 18;
