String safe = "^[a-z]+(?:,[a-z]+){0,5},?$";
