String safe = "^[a-u]+(?:,[a-u]+)*,?$";
