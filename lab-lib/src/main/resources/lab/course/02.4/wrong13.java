String safe = "^[a-z](?:[a-z]|,[a-z])*,?$";
