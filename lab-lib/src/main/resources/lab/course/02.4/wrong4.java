String safe = "^[a-z]+(?:,[a-z]+)*,*$";
