"""Every notebook in the image, next to a server, with 2 GB of memory, one CPU, and no network."""

import os
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from lab_cli import notebooks

from tests.conftest import PROJECT
from tests.image.server import Server

LIMIT_MIB = 2048
MOST_AT_ONCE = 4  # containers of 2 GB each
# Control groups, version 2 and version 1; the peak includes the file cache.
MEMORY = """cd /sys/fs/cgroup; cat 2>/dev/null memory.peak memory.events \\
memory/memory.max_usage_in_bytes memory/memory.oom_control || true"""
EXECUTE = """LAB_QUICK=1 jupyter nbconvert --to notebook --execute \\
--ExecutePreprocessor.timeout=300 --output-dir /tmp/executed"""


def peak_and_kills(container) -> tuple[int, int]:
    """Returns the peak in MiB and the number of processes killed because memory ran out."""
    told = container.run("sh", "-c", MEMORY)
    peak = re.search(r"^(\d+)$", told, re.MULTILINE)
    kills = re.search(r"^oom_kill (\d+)$", told, re.MULTILINE)
    assert peak and kills, f"this system does not report the memory of a container: {told}"
    return int(peak.group(1)) >> 20, int(kills.group(1))


def run_beside_a_server(engine, image, notebook) -> tuple[int, int]:
    with engine.start(image) as container:
        Server(container).api("GET", "/api/status")
        container.run("sh", "-c", f"{EXECUTE} notebooks/{notebook.name}")
        return peak_and_kills(container)


@pytest.fixture(scope="module")
def runs(engine, image):
    """In parallel if each has its own CPU: this test measures memory, not time."""
    with ThreadPoolExecutor(max_workers=min(os.cpu_count(), MOST_AT_ONCE)) as pool:
        yield {
            notebook: pool.submit(run_beside_a_server, engine, image, notebook)
            for notebook in notebooks.all_of(PROJECT)
        }


@pytest.mark.parametrize("notebook", notebooks.all_of(PROJECT), ids=lambda file: file.stem)
def test_a_notebook_runs_to_its_end_within_the_memory_limit(runs, told, notebook):
    peak, kills = runs[notebook].result()
    told[f"{notebook.stem}, peak with the server (MiB)"] = peak
    assert (kills, peak < LIMIT_MIB) == (0, True), peak


def test_an_exceeded_limit_is_detected(engine, image):
    """Shows that the tests above can fail."""
    with engine.start(image) as container:
        greedy = 'python3 -c "x = bytearray(3 << 30)" || true'
        container.run("sh", "-c", greedy)
        assert peak_and_kills(container)[1] >= 1
