// select id, amount from orders
// where user_id = 7 and placed >= date '2025-02-01' order by amount
String index = null;   // TODO: "create index …" that lets this query avoid the scan
