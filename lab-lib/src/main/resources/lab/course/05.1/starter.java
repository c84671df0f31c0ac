// 100 requests arrive each second, at random, and each holds a connection for 60 ms.
// TODO: how many connections, with a reserve but without a large excess?
Integer size = null;
