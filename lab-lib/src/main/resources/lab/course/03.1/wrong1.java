Integer threads = Runtime.getRuntime().availableProcessors() > 8 ? 8 : 4;
