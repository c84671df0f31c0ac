String safe = "^[a-z]\\w*(?:,[a-z]\\w*)*,?$";
