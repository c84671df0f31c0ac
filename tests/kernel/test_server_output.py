"""Output of cells through a real Jupyter server, which drops output above its rate limit."""

import time

import pytest
from kernel.real_server import Server, own_memory

LINES = 100_000
MOST_GROWTH = 300


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("server"))
    yield server
    server.end()


@pytest.fixture(scope="module")
def tab(server):
    tab = server.start_kernel()
    yield tab
    tab.close()


def test_a_hundred_thousand_lines_arrive_in_order(tab, capsys):
    cell = tab.run(f'for (int i = 0; i < {LINES}; i++) System.out.println("line " + i);')
    with capsys.disabled():
        print(f" ({LINES:,} lines came through the server in {cell.took:.2f} s) ", end="")

    assert cell.printed == "".join(f"line {i}\n" for i in range(LINES))
    assert cell.ok


def test_slow_lines_appear_at_once(tab):
    cell = tab.run("for (int i = 0; i < 4; i++) { System.out.println(i); Thread.sleep(400); }")

    times = [when for _, _, when in cell.outputs]
    assert len(times) == 4
    assert all(later - earlier > 0.2 for earlier, later in zip(times, times[1:]))


def test_an_interrupted_endless_print_loop_leaves_nothing_behind(server, tab):
    tab.run("1 + 1")
    pids = (tab.pid, server.process.pid)
    before = [own_memory(pid) for pid in pids]
    sent = tab.begin('while (true) System.out.println("noise without end");')
    read_for(tab, 5)
    tab.interrupt()
    stopped = tab.answer(sent)
    after = [own_memory(pid) for pid in pids]

    assert stopped.reply["ename"] == "Interrupted"
    assert tab.run('System.out.print("quiet");').printed == "quiet"
    assert max(late - early for late, early in zip(after, before)) < MOST_GROWTH


def test_an_interrupted_print_loop_that_no_client_reads_leaves_nothing_behind(server, tab):
    before = [own_memory(pid) for pid in (tab.pid, server.process.pid)]
    sent = tab.begin('while (true) System.out.println("noise without end");')
    time.sleep(5)
    tab.interrupt()

    assert tab.answer(sent).reply["ename"] == "Interrupted"
    after = [own_memory(pid) for pid in (tab.pid, server.process.pid)]
    assert max(late - early for late, early in zip(after, before)) < MOST_GROWTH


def read_for(tab, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        tab.receive()
