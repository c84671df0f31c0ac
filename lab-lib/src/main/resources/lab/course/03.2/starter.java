// TODO: a pool in which 8 tasks run before one waits, at most 20 wait,
//       and a task that finds no place is done by the thread that submits it
Executor bounded = null;
