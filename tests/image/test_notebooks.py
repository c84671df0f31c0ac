"""Every notebook in the image beside the server: within 2 GB, on one CPU, without a network."""

import re

import pytest
from lab_cli import notebooks

from tests.conftest import PROJECT
from tests.image.server import Server

LIMIT_MIB = 2048
# Control groups in their second and first version; the peak counts files that were read as well.
MEMORY = """cd /sys/fs/cgroup; cat 2>/dev/null memory.peak memory.events \\
memory/memory.max_usage_in_bytes memory/memory.oom_control || true"""
EXECUTE = """LAB_QUICK=1 jupyter nbconvert --to notebook --execute \\
--ExecutePreprocessor.timeout=300 --output-dir /tmp/executed"""


def peak_and_kills(container) -> tuple[int, int]:
    """MiB, and how many processes the system ended for want of memory."""
    told = container.run("sh", "-c", MEMORY)
    peak = re.search(r"^(\d+)$", told, re.MULTILINE)
    kills = re.search(r"^oom_kill (\d+)$", told, re.MULTILINE)
    assert peak and kills, f"this system does not tell a container's memory: {told}"
    return int(peak.group(1)) >> 20, int(kills.group(1))


@pytest.mark.parametrize("notebook", notebooks.all_of(PROJECT), ids=lambda file: file.stem)
def test_it_runs_to_its_end_and_memory_suffices(engine, image, told, notebook):
    with engine.start(image) as container:
        server = Server(container)
        server.api("GET", "/api/status")
        container.run("sh", "-c", f"{EXECUTE} notebooks/{notebook.name}")
        peak, kills = peak_and_kills(container)
        told[f"{notebook.stem}, peak with the server (MiB)"] = peak
        assert (kills, peak < LIMIT_MIB) == (0, True), peak


def test_a_limit_that_is_passed_is_noticed(engine, image):
    """Else the tests above could not fail."""
    with engine.start(image) as container:
        greedy = 'python3 -c "x = bytearray(3 << 30)" || true'
        container.run("sh", "-c", greedy)
        assert peak_and_kills(container)[1] >= 1
