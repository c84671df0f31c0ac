// At random, 50 orders arrive each second; each blocks its thread for 200 ms.
// In the same pool, 20 reports arrive each second; each blocks its thread for 100 ms.
// TODO: how many threads, if on average a half to three quarters of them are busy?
Integer threads = null;
