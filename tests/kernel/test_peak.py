"""The recorded peak memory includes the kernel, its forks, and an idle server."""

import os
import sys

from lab_cli.inside import idle_server, processes
from lab_cli.inside.peak import PeakMemory

from tests.conftest import PROJECT

FILL = "byte[] kept = new byte[200 << 20]; Arrays.fill(kept, (byte) 1);"
HOLD = "data = bytearray(300 << 20); print('held', flush=True); input()"
CHILD = f"""\
var child = new ProcessBuilder("{sys.executable}", "-c", "{HOLD}").start();
System.out.print(child.inputReader().readLine());"""


def grown(session, code):
    """The growth of the kernel and its children during a cell, in MiB."""
    before = processes.memory(processes.family(session.pid))
    assert session.run(code).ok
    peak = PeakMemory(lambda: processes.family(session.pid))
    peak.look()
    return peak.mib - before


def test_memory_that_a_cell_keeps_counts(kernel):
    assert 200 <= grown(kernel, FILL) < 500


def test_a_process_started_by_a_cell_counts(kernel):
    assert grown(kernel, CHILD) >= 300
    assert kernel.run("child.destroyForcibly().waitFor();").ok


def test_an_idle_server_is_measured_and_stopped():
    assert 50 < idle_server.mib(PROJECT) < 500
    mine = processes.family(os.getpid())[1:]
    assert not [each for each in mine if "lab_cli.inside.serve" in each.cmdline()]
