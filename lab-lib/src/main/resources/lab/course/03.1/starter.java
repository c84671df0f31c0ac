// At random, 50 orders arrive each second; each blocks its thread for 200 ms.
// In the same pool, 20 reports arrive each second; each blocks its thread for 100 ms.
// TODO: how many threads, with a reserve but without a large excess?
Integer threads = null;
