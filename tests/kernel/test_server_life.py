"""Kernels of a real Jupyter server: when a kernel ends in any way, the processes of its cells end too.

Closing the browser does not end a kernel: JupyterLab keeps notebooks running until the server ends."""

import os
import signal
from pathlib import Path

import psutil
import pytest
from kernel.real_server import Server, own_memory
from kernel.session import is_running, wait_until

GONE_WITHIN = 10
CHILD = 'System.out.print(new ProcessBuilder("sleep", "300").start().pid());'
ENDLESS = "while (true) {}"

# A restart takes at least two seconds; before a release, run LAB_RESTARTS=100 ./lab test kernel.
RESTARTS = int(os.environ.get("LAB_RESTARTS", "10"))


@pytest.fixture
def server(tmp_path, monkeypatch):
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", f"-Djava.io.tmpdir={temporary}")
    server = Server(tmp_path)
    yield server
    server.end()


def child_of(tab) -> int:
    return int(tab.run(CHILD).printed)


def are_gone(*pids: int) -> bool:
    return wait_until(lambda: not any(map(is_running, pids)), GONE_WITHIN)


def test_a_deleted_kernel_ends_with_its_processes_even_while_a_cell_runs(server):
    for busy in (False, True):
        tab = server.start_kernel()
        child = child_of(tab)
        if busy:
            tab.begin(ENDLESS)
        tab.delete()

        assert are_gone(tab.pid, child)


def test_the_processes_of_a_killed_kernel_end_and_the_kernel_is_replaced(server):
    tab = server.start_kernel()
    child = child_of(tab)
    assert wait_until(lambda: undertakers(tab.pid), GONE_WITHIN)
    os.kill(tab.pid, signal.SIGKILL)

    assert are_gone(tab.pid, child)
    assert wait_until(lambda: any(k.pid != tab.pid for k in server.kernels()), GONE_WITHIN)


def undertakers(kernel: int) -> list[psutil.Process]:
    return [child for child in psutil.Process(kernel).children() if "undertaker" in child.cmdline()]


@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL, None], ids=["SIGTERM", "SIGKILL", "end of input"])
def test_no_process_outlives_the_server_when_the_browser_was_closed_first(server, end, busy):
    tab = server.start_kernel()
    child = child_of(tab)
    if busy:
        tab.begin(ENDLESS)
    tab.close()
    assert is_running(tab.pid)
    server.end(end)

    assert are_gone(tab.pid, child)


def test_restarts_leak_nothing(server, capsys):
    tab = server.start_kernel()
    restart(tab)
    before, memory = belongings(server), own_memory(server.process.pid)
    for _ in range(RESTARTS):
        child = child_of(tab)
        restart(tab)
        assert are_gone(child)
    grown = own_memory(server.process.pid) - memory
    with capsys.disabled():
        print(f" ({RESTARTS} restarts; the server has grown by {grown:.1f} MB) ", end="")

    assert wait_until(lambda: not more_than(before, server), GONE_WITHIN), more_than(before, server)
    assert grown < 20


def restart(tab) -> None:
    tab.restart()
    tab.close()
    tab.connect()
    assert tab.run("1 + 1").ok


def more_than(before: dict[str, int], server) -> dict[str, int]:
    return {kind: count for kind, count in belongings(server).items() if count > before[kind]}


def belongings(server) -> dict[str, int]:
    """Counts of all resources that a kernel may leave behind."""
    process = psutil.Process(server.process.pid)
    family = process.children(recursive=True)
    runtime = Path(process.environ()["JUPYTER_RUNTIME_DIR"])
    return {
        "processes": len([each for each in family if "undertaker" not in each.cmdline()]),
        "open files of the server": process.num_fds(),
        "ports": len([c for each in [process, *family] for c in each.net_connections() if c.status == "LISTEN"]),
        "connection files": len(list(runtime.glob("kernel-*.json"))),
        "temporary files": len(list(Path(process.environ()["TMPDIR"]).iterdir())),
    }
