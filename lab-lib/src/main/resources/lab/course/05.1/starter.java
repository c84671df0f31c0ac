// 100 requests come each second, and each holds a connection for 60 ms.
Integer size = null;   // TODO: how many connections, with some to spare but none for show?
