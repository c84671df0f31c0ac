"""A cell that fills the heap gets an error that reports it; the next cell runs."""

import pytest

THREADS = (
    "var kept = new ConcurrentLinkedQueue<Object>();\nvar threads = new ArrayList<Thread>();\n"
    "for (int i = 0; i < 5; i++) threads.add(Thread.ofPlatform().start(() -> { %s }));\n"
    "for (var t : threads) t.join();"
)
HOARDERS = {
    "large pieces": "List<byte[]> all = new ArrayList<>();\nwhile (true) all.add(new byte[1 << 20]);",
    "small pieces": "List<Object> all = new ArrayList<>();\nwhile (true) all.add(new int[4]);",
    "a map": 'Map<Integer, String> m = new HashMap<>();\nfor (int i = 0; ; i++) m.put(i, "value " + i);',
    "a static field": "class Cache { static final List<byte[]> KEPT = new ArrayList<>(); }\nwhile (true) Cache.KEPT.add(new byte[50_000]);",
    "a pool": "var pool = Executors.newSingleThreadExecutor();\nvar kept = new ConcurrentLinkedQueue<byte[]>();\npool.submit(() -> { while (true) kept.add(new byte[1_000]); }).get();",
    "the JDK's own loop": "java.util.stream.IntStream.range(0, Integer.MAX_VALUE).boxed().toList();",
    "threads": THREADS % "while (true) kept.add(new int[4]);",
    "threads with large pieces": THREADS % "while (true) kept.add(new byte[1 << 20]);",
    "threads in the JDK's own loop": THREADS % "java.util.stream.IntStream.range(0, Integer.MAX_VALUE).boxed().toList();",
    "virtual threads": "var kept = new ConcurrentLinkedQueue<byte[]>();\ntry (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {\n  for (int i = 0; i < 20; i++) tasks.submit(() -> { while (true) kept.add(new byte[1_000]); });\n}",
    "a parallel stream": "var kept = new ConcurrentLinkedQueue<byte[]>();\njava.util.stream.IntStream.range(0, Integer.MAX_VALUE).parallel().forEach(i -> kept.add(new byte[100]));",
    "a thread in a group of its own": 'var all = new ArrayList<byte[]>();\nvar t = new Thread(new ThreadGroup("mine"), () -> { while (true) all.add(new byte[10_000]); });\nt.start();\nt.join();',
    "an error that is caught": "List<byte[]> all = new ArrayList<>();\ntry { while (true) all.add(new byte[10_000]); } catch (OutOfMemoryError e) {}",
    "one array": "byte[] b = new byte[2_000_000_000];",
}


@pytest.mark.parametrize("code", HOARDERS.values(), ids=HOARDERS.keys())
def test_a_full_heap_is_reported_and_the_next_cell_runs(kernel, code):
    for _ in range(2):
        cell = kernel.run(code)

        assert cell.reply["ename"] == "OutOfMemoryError"
        assert "heap" in cell.reply["evalue"]
        assert kernel.run("new byte[50_000_000].length").result["text/plain"] == "50000000"


def test_released_variables_are_named(kernel):
    cell = kernel.run("List<byte[]> hoard = new ArrayList<>();\nwhile (true) hoard.add(new byte[1 << 20]);")

    assert "hoard" in cell.reply["evalue"]


def test_a_cell_that_produces_garbage_is_not_stopped(kernel):
    assert kernel.run("long n = 0;\nfor (int i = 0; i < 3_000; i++) n += new byte[1 << 20].length;").ok


def test_memory_filled_by_threads_after_their_cell_is_released_before_the_next_cell(kernel):
    kernel.run(
        "var kept = new ConcurrentLinkedQueue<byte[]>();\n"
        "var late = new Thread(() -> { while (true) kept.add(new byte[10_000]); });\nlate.start();"
    )
    after = kernel.run("late.join();")

    assert after.ok or after.reply["ename"] == "OutOfMemoryError"
    assert kernel.run("for (int i = 0; i < 1_000; i++) new byte[10_000].clone();").ok


def test_memory_that_a_thread_kept_just_below_the_limit_is_not_blamed_on_the_next_cell(kernel):
    """The garbage of the thread is collected when it meets the full heap, so less is in use then."""
    kernel.run(
        "var kept = new ConcurrentLinkedQueue<byte[]>();\nvar garbage = new byte[1][];\n"
        "var late = new Thread(() -> { while (true) { kept.add(new byte[10_000]); garbage[0] = new byte[500]; } });\n"
        "late.start();"
    )
    kernel.run("late.join();")

    assert kernel.run("for (int i = 0; i < 20_000; i++) new byte[10_000].clone();").ok


def test_every_vital_thread_of_the_kernel_is_watched(kernel):
    kernel.run("var watched = Class.forName(\"lab.kernel.VitalThreads\").getDeclaredField(\"threads\");")
    kernel.run("watched.setAccessible(true);")
    names = kernel.run("Arrays.toString((Thread[]) watched.get(null))").result["text/plain"]

    for name in ("shell", "control", "heartbeat", "iothread-", "reaper-"):
        assert name in names
