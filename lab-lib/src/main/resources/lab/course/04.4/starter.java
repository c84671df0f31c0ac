char why = '?';   // TODO: a, b, c or d
