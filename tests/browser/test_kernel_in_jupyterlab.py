"""Interrupt, restart and stop in the user interface, with cells made for these tests."""

import signal
import time

import psutil
import pytest

from tests.browser.conftest import Lab
from tests.browser.jupyter import Notebook, until, write_notebook
from tests.conftest import PROJECT

SCRATCH = "build/browser/scratch.ipynb"


def scratch(*sources: str) -> str:
    write_notebook(PROJECT.root / SCRATCH, *sources)
    return SCRATCH


def test_a_sleeping_cell_is_interrupted_and_the_next_one_runs(lab, page):
    notebook = Notebook(page, lab.page_of(scratch("Thread.sleep(600_000);", "20 + 1")))
    notebook.start(0)
    until(lambda: notebook.prompt(0) == "*", 30, "the cell did not start")
    time.sleep(1)
    notebook.interrupt()
    notebook.wait_until_done(0, 20)
    notebook.run(1)
    assert notebook.output(1).strip() == "21"


def test_printed_progress_arrives_while_the_cell_runs(lab, page):
    slow = 'for (int i = 1; i <= 20; i++) { System.out.println("step " + i); Thread.sleep(300); }'
    notebook = Notebook(page, lab.page_of(scratch(slow)))
    notebook.start(0)
    until(lambda: "step 2" in notebook.output(0), 30, "nothing was shown")
    assert notebook.prompt(0) == "*"
    notebook.wait_until_done(0)
    assert "step 20" in notebook.output(0)


def test_a_restart_clears_variables_and_the_kernel_stays_usable(lab, page):
    notebook = Notebook(page, lab.page_of(scratch("int kept = 41;", "kept + 1")))
    notebook.run(0)
    notebook.run(1)
    assert notebook.output(1).strip() == "42"
    notebook.restart()
    notebook.run(1)
    assert "kept" in notebook.output(1) and "42" not in notebook.output(1)
    notebook.run(0)
    notebook.run(1)
    assert notebook.output(1).strip() == "42"


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_five_seconds_after_the_end_no_process_is_left(page, tmp_path, how):
    lab = Lab(tmp_path)
    notebook = Notebook(page, lab.page_of(scratch("1 + 1")))
    notebook.run(0)
    family = lab.family()
    assert any("java" in process.name() for process in family)
    lab.stop(getattr(signal, how))
    _, alive = psutil.wait_procs(family, timeout=5)
    assert [process.name() for process in alive] == []
