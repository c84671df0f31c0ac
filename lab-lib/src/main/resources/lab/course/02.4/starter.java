// It accepts lists such as "red,green,blue" and explodes on long ones it must refuse.
String dangerous = "^([a-z]+?,?)+?$";
String safe = null;   // TODO: a pattern that accepts the same texts in linear time
