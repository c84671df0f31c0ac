// It accepts lists such as "red,green,blue".
// Long texts that it must reject take exponential time.
String dangerous = "^([a-z]+?,?)+?$";
String safe = null;   // TODO: a pattern that accepts the same texts in linear time
