"""The memory of a notebook: measured while it runs, kept in a file, shown in its header table."""

import json
import subprocess
import sys

import pytest
from lab_cli import form, index, measured, normal, run
from lab_cli.inside import machine, processes
from lab_cli.inside.peak import PeakMemory
from lab_cli.measured import Measurement
from lab_cli.problem import Problem
from lab_cli.project import Project

SMALL = Measurement(500, 120, 60, 1, 2048, "25.0.3", "2026-01-01")
TABLE = "# A title\n\n| Question | You will see | Time | Needs |\n|---|---|---|---|\n| Why? | A chart | 5 min | notebook 00 |\n\nText."
PUBLISHED = {"owner": "us", "repository": "lab", "tag": "v1"}
HOLD = "{before}; data = bytearray({mib} << 20); print(flush=True); input()"


@pytest.fixture
def project(tmp_path):
    made = Project(tmp_path)
    made.notebooks.mkdir()
    cell = {"cell_type": "markdown", "metadata": {}, "source": TABLE}
    (made.notebooks / "02-a-name.ipynb").write_text(normal.text({"cells": [cell]}), encoding="utf-8")
    (tmp_path / "binder").mkdir()
    (tmp_path / "binder" / "address.json").write_text(json.dumps(PUBLISHED))
    (tmp_path / "README.md").write_text(f"{index.begin('notebooks')}\n{index.end('notebooks')}\n")
    return made


def needs(project):
    notebook = normal.read(project.notebooks / "02-a-name.ipynb")
    return form.at_a_glance(notebook["cells"])["Needs"]


def said(project):
    return [finding.what for finding in measured.findings(project)]


def test_a_notebook_that_is_not_measured_is_noticed_with_the_way_out(project):
    assert "not measured" in said(project)[0] and "./lab run 02 --record" in said(project)[0]


def test_the_table_gets_the_measurement_after_the_text_of_the_author(project):
    measured.record(project, "02", SMALL)
    assert "does not show" in said(project)[0]
    measured.write(project)
    assert needs(project) == "notebook 00 · 2 GB of memory (peak 620 MB with the server) and 1 CPU"
    assert said(project) == []


def test_a_new_measurement_takes_the_place_of_the_old_one(project):
    for mib in (500, 700):
        measured.record(project, "02", Measurement(mib, 120, 60, 1, 2048, "25", "2026-01-01"))
        measured.write(project)
    assert needs(project).startswith("notebook 00 · 2 GB of memory (peak 820 MB")
    assert needs(project).count("peak") == 1


def test_the_index_shows_the_peak(project):
    measured.record(project, "02", SMALL)
    assert "| 5 min | 620 MB |" in index.table(project)


@pytest.mark.parametrize(
    "other, words",
    [
        (Measurement(1930, 120, 60, 1, 2048, "25", "2026-01-01"), "2050 MiB with the server"),
        (Measurement(500, 120, 60, 2, 2048, "25", "2026-01-01"), "with 2 CPUs"),
        (Measurement(500, 120, 60, 1, 4096, "25", "2026-01-01"), "and 4096 MiB"),
    ],
)
def test_a_broken_promise_is_noticed(project, other, words):
    measured.record(project, "02", other)
    measured.write(project)
    assert any(words in what for what in said(project))


def test_a_measurement_of_no_notebook_is_noticed(project):
    measured.record(project, "09", SMALL)
    assert any("notebook 09, which does not exist" in what for what in said(project))


def test_a_damaged_file_is_named(project):
    measured.file(project).write_text('{"02": {}}')
    with pytest.raises(Problem, match="measured.json"):
        measured.read(project)


def test_a_quick_run_is_not_kept(project):
    with pytest.raises(Problem, match="leave out --quick"):
        run.run(project, "02", None, quick=True, record=True)


def hold(mib, before="pass"):
    process = subprocess.Popen([sys.executable, "-c", HOLD.format(mib=mib, before=before)],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # fmt: skip
    process.stdout.readline()
    return process


@pytest.fixture
def hundred():
    process = hold(100)
    yield process
    process.communicate()


def test_memory_of_several_processes_adds_up(hundred):
    other = hold(50)
    peak = PeakMemory(lambda: [*processes.family(hundred.pid), *processes.family(other.pid)])
    peak.look()
    other.communicate()
    assert 150 <= peak.mib < 200


def test_the_peak_stays_when_a_process_has_ended(hundred):
    other = hold(50)
    peak = PeakMemory(lambda: [*processes.family(hundred.pid), *processes.family(other.pid)])
    peak.look()
    other.communicate()
    before = peak.mib
    peak.look()
    assert peak.mib == before


def test_children_belong_to_the_family():
    parent = hold(1, before="import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)'])")
    family = processes.family(parent.pid)
    for each in family:
        each.kill()
    parent.communicate()
    assert len(family) == 2


def test_a_process_that_has_ended_has_no_memory():
    process = hold(1)
    family = processes.family(process.pid)
    process.communicate()
    assert processes.memory(family) == 0
    assert processes.family(process.pid) == []


@pytest.mark.parametrize("told, cpus", [("max 100000", 4), ("100000 100000", 1), ("150000 100000", 2), ("5000 100000", 1)])
def test_a_part_of_a_cpu_counts_as_one(monkeypatch, told, cpus):
    monkeypatch.setattr(machine.os, "sched_getaffinity", lambda pid: range(4), raising=False)
    monkeypatch.setattr(machine, "_told", lambda *_: [told])
    assert machine.cpus() == cpus


def test_the_smallest_limit_counts(monkeypatch):
    monkeypatch.setattr(machine, "_told", lambda *_: ["max", str(64 << 20), str(1 << 62)])
    assert machine.memory_limit() == 64
