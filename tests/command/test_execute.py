"""Executing a notebook: the messages when the copy or the kernel fails."""

import errno
import json
import os

import nbformat
import pytest
from lab_cli.inside import execute
from nbclient import NotebookClient


@pytest.fixture
def notebook(tmp_path):
    file = tmp_path / "notebooks" / "02-a-name.ipynb"
    file.parent.mkdir()
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")]), file)
    return file


@pytest.fixture
def runs(monkeypatch):
    """How often a notebook was executed, without a kernel."""
    seen = []
    monkeypatch.setattr(NotebookClient, "execute", lambda self, **_: seen.append(self.nb))
    return seen


def test_the_copy_is_in_a_folder_made_for_it(notebook, runs, tmp_path, capsys):
    out = tmp_path / "new" / "folder"
    assert execute.main(notebook, out) == 0
    assert [file.name for file in out.iterdir()] == [notebook.name]
    assert "passed" in capsys.readouterr().out


def test_an_impossible_folder_is_reported_before_the_notebook_runs(notebook, runs, tmp_path, capsys):
    (tmp_path / "file").touch()
    assert execute.main(notebook, tmp_path / "file" / "out") == 1
    said = capsys.readouterr().err
    assert "cannot be written" in said and "--out DIR" in said
    assert runs == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_refuses_the_copy_is_one_screen(notebook, runs, number, monkeypatch, tmp_path, capsys):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(execute, "write_whole", refuse)
    assert execute.main(notebook, tmp_path / "out") == 1
    said = capsys.readouterr().err
    assert os.strerror(number) in said and len(said.splitlines()) < 10


@pytest.mark.parametrize("refusal", [RuntimeError("it died"), FileNotFoundError("no java")])
def test_a_kernel_that_does_not_start_is_reported(notebook, refusal, monkeypatch, tmp_path, capsys):
    def refuse(self, **_):
        raise refusal

    monkeypatch.setattr(NotebookClient, "execute", refuse)
    assert execute.main(notebook, tmp_path / "out") == 1
    assert f"The kernel did not start: {refusal}" in capsys.readouterr().err


@pytest.fixture
def measured_server(monkeypatch):
    monkeypatch.setattr(execute.idle_server, "mib", lambda project: 120.4)


def test_the_memory_of_a_run_is_kept_next_to_the_notebooks(notebook, runs, measured_server, tmp_path, capsys):
    assert execute.main(notebook, tmp_path / "out", record=True) == 0
    kept = json.loads((notebook.parent / "measured.json").read_text())
    assert kept["02"]["server_mib"] == 120 and kept["02"]["notebook_mib"] >= 0
    assert "The kernel and its children needed" in capsys.readouterr().out


def test_the_memory_of_a_failed_run_is_not_kept(notebook, monkeypatch, measured_server, tmp_path):
    monkeypatch.setattr(execute.Run, "execute", lambda self: "a cell failed")
    assert execute.main(notebook, tmp_path / "out", record=True) == 1
    assert not (notebook.parent / "measured.json").exists()
