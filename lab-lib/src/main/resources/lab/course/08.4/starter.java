char fault = '?';   // TODO: a, b, c or d
