"""The kernel starts, replies, and ends when its server ends."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jupyter_client import BlockingKernelClient
from kernel.session import Session, is_running, wait_until
from lab_cli import jdk, kernelspec
from lab_cli.inside import train

from tests.conftest import PROJECT

GONE_WITHIN = 5
CHILD = 'System.out.print(new ProcessBuilder("sleep", "300").start().pid());'


def test_the_kernel_info_reply_is_ok(kernel):
    sent = kernel.client.kernel_info()

    assert kernel.shell_reply(sent)["status"] == "ok"


def test_the_first_result_after_launch(record_property, capsys):
    began = time.monotonic()
    with Session() as session:
        result = session.run("1 + 1").result["text/plain"]
        seconds = round(time.monotonic() - began, 2)
    record_property("seconds to the first result", seconds)
    with capsys.disabled():
        print(f" (the first result came {seconds} s after launch) ", end="")

    assert result == "2"


def test_an_idle_kernel_uses_no_cpu(kernel):
    kernel.run("1 + 1")

    assert kernel.comes_to_rest()


def test_an_empty_cell_does_not_wait_for_a_poll(kernel):
    times = sorted(kernel.run("").took for _ in range(15))

    assert times[7] < sorted(kernel.run("Thread.sleep(50);").took for _ in range(15))[7]


def test_a_shutdown_ends_the_kernel_and_the_processes_of_its_cells(fresh_kernel):
    child, pid = int(fresh_kernel.run(CHILD).printed), fresh_kernel.pid
    fresh_kernel.client.shutdown()

    assert wait_until(lambda: not is_running(pid), GONE_WITHIN)
    assert wait_until(lambda: not is_running(child), 1)


@pytest.fixture
def server(tmp_path):
    """A Jupyter server with one kernel: the server's process and the kernel's connection file."""
    process = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("tiny_server.py"), tmp_path],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    yield process, Path(process.stdout.readline().strip())
    process.kill()
    process.wait()


@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL], ids=["SIGTERM", "SIGKILL"])
def test_no_process_outlives_a_server(server, end, busy):
    process, connection = server
    client = BlockingKernelClient(connection_file=str(connection))
    client.load_connection_file()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    pids = []
    client.execute_interactive(
        f'System.out.print(ProcessHandle.current().pid() + " "); {CHILD}', timeout=60,
        output_hook=lambda message: pids.append(message["content"].get("text", "")),
    )  # fmt: skip
    kernel, child = map(int, "".join(pids).split())
    if busy:
        client.execute("while (true) {}")
        time.sleep(0.5)
    client.stop_channels()
    process.send_signal(end)

    assert wait_until(lambda: not is_running(kernel), GONE_WITHIN)
    assert wait_until(lambda: not is_running(child), 1)


def test_a_training_kernel_writes_its_cache_however_long_its_command_is(tmp_path):
    cache = tmp_path / "kernel.aot"
    flags = ["-Dlong=" + 5_000 * "x", f"-XX:AOTCacheOutput={cache}"]
    command = kernelspec.command(PROJECT, jdk.find(), flags)

    assert train.main(120, command) == 0
    assert cache.stat().st_size > 1_000_000
