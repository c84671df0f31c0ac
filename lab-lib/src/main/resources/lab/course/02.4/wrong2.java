String safe = "^[a-z,]+$";
