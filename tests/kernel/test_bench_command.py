"""./lab bench with real kernels and tiny time budgets, and its end by Ctrl-C."""

import json
import os
import signal
import subprocess
import sys

import psutil
import pytest
from kernel.session import wait_until
from lab_cli.bench import PARTS

from tests.conftest import ROOT

BENCH = [sys.executable, ROOT / "lab", "bench"]


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A quick run of all parts: its output and its result file."""
    file = tmp_path_factory.mktemp("bench") / "kept.json"
    told = subprocess.run([*BENCH, "--quick", "--out", file], cwd=ROOT, capture_output=True, text=True)
    return told, file


def test_every_part_reports_its_figures(kept):
    told, file = kept
    assert told.returncode == 0, told.stderr
    report = json.loads(file.read_text())
    assert report["missing"] == []
    figures = {row["figure"] for row in report["rows"]}
    assert len(figures) >= 6 + 1 + 3 + 1
    for row in report["rows"]:
        spread = row["spread"]
        assert spread["low"] <= spread["median"] <= spread["high"], row
        assert row["figure"] in told.stdout
    assert {"cpus", "memory_mib", "jdk", "date", "commit"} <= report["machine"].keys()


def test_an_earlier_run_is_compared_with_a_new_one(kept, tmp_path):
    told = subprocess.run(
        [*BENCH, "load", "--quick", "--out", tmp_path / "new.json", "--compare", kept[1]],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert "new : old" in told.stdout
    assert "only in the old run: launch to the first result, lab" in told.stdout


def descendants(pid):
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
@pytest.mark.parametrize(
    "end, part, sought",
    [
        pytest.param(signal.SIGINT, "kernel", " -jar ", id="Ctrl-C, plain JJava"),
        pytest.param(signal.SIGKILL, "kernel", " -jar ", id="SIGKILL, plain JJava"),
        pytest.param(signal.SIGINT, "fork", "ForkedMain", id="Ctrl-C, a fork"),
        pytest.param(signal.SIGKILL, "score", "jmh.Main", id="SIGKILL, the jar"),
    ],
)
def test_no_process_outlives_the_command(end, part, sought, tmp_path):
    running = subprocess.Popen([*BENCH, part, "--out", tmp_path / "never.json"], cwd=ROOT,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)  # fmt: skip
    seen = set()

    def there():
        seen.update(descendants(running.pid))
        return any(sought in " ".join(command_of(each)) for each in seen)

    try:
        assert wait_until(there, 120)
        os.kill(running.pid, end) if end == signal.SIGKILL else os.killpg(running.pid, end)
        assert running.wait(30) in (130, -signal.SIGKILL)
        assert wait_until(lambda: not any(map(is_alive, seen)), 15), [command_of(each) for each in seen]
        assert not (tmp_path / "never.json").exists()
    finally:
        running.kill()


def command_of(process):
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def is_alive(process):
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_the_help_lists_all_parts():
    told = subprocess.run([*BENCH, "--help"], capture_output=True, text=True).stdout
    assert all(part in told for part in PARTS)
