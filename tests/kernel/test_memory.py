"""A cell that fills the heap is told so; the next cell runs."""

import pytest

HOARDERS = {
    "large pieces": "List<byte[]> all = new ArrayList<>();\nwhile (true) all.add(new byte[1 << 20]);",
    "small pieces": "List<Object> all = new ArrayList<>();\nwhile (true) all.add(new int[4]);",
    "a map": 'Map<Integer, String> m = new HashMap<>();\nfor (int i = 0; ; i++) m.put(i, "value " + i);',
    "a static field": "class Cache { static final List<byte[]> KEPT = new ArrayList<>(); }\nwhile (true) Cache.KEPT.add(new byte[50_000]);",
    "a pool": "var pool = Executors.newSingleThreadExecutor();\nvar kept = new ConcurrentLinkedQueue<byte[]>();\npool.submit(() -> { while (true) kept.add(new byte[1_000]); }).get();",
    "the JDK's own loop": "java.util.stream.IntStream.range(0, Integer.MAX_VALUE).boxed().toList();",
    "one array": "byte[] b = new byte[2_000_000_000];",
}


@pytest.mark.parametrize("code", HOARDERS.values(), ids=HOARDERS.keys())
def test_a_full_heap_is_named_and_the_next_cell_runs(kernel, code):
    for _ in range(2):
        cell = kernel.run(code)

        assert cell.reply["ename"] == "OutOfMemoryError"
        assert "heap" in cell.reply["evalue"]
        assert kernel.run("new byte[50_000_000].length").result["text/plain"] == "50000000"


def test_what_was_let_go_is_named(kernel):
    cell = kernel.run("List<byte[]> hoard = new ArrayList<>();\nwhile (true) hoard.add(new byte[1 << 20]);")

    assert "hoard" in cell.reply["evalue"]


def test_garbage_is_no_reason_to_stop(kernel):
    assert kernel.run("long n = 0;\nfor (int i = 0; i < 3_000; i++) n += new byte[1 << 20].length;").ok
