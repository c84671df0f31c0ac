"""What a person types after ./lab, and the messages."""

import errno
import os
import re
import shutil
import socket
import subprocess
import sys
import threading

import pytest
from lab_cli import clean, lock, main, notebooks, prerequisites, problem, server
from lab_cli.problem import Problem
from lab_cli.project import Project

from tests.conftest import ROOT


def lab(*arguments, folder=ROOT, program=ROOT / "lab", **options):
    command = [sys.executable, str(program), *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, **options)


@pytest.fixture
def clone(tmp_path):
    """The command alone, in a folder with a space in its name."""
    root = tmp_path / "a clone"
    shutil.copytree(ROOT / "lab_cli", root / "lab_cli")
    shutil.copy(ROOT / "lab", root / "lab")
    (root / "notebooks").mkdir()
    for name in ("00-start-here.ipynb", "02-event-loop-stalls.ipynb", "_template.ipynb", "x.ipynb"):
        (root / "notebooks" / name).write_text("{}")
    return root


@pytest.mark.parametrize("verb", ["", "start", "test", "run", "bench", "check", "clean"])
def test_everything_has_help(verb):
    told = lab(*filter(None, [verb]), "--help")
    assert told.returncode == 0
    assert "usage: lab" in told.stdout


def test_nothing_typed_shows_the_help():
    assert "examples:" in lab().stdout


@pytest.mark.parametrize("typed", ["strat", "start --prot 9", "start --port x", "run", "check 02"])
def test_a_typing_error_is_named_with_the_usage_of_its_command(typed):
    told = lab(*typed.split())
    assert (told.returncode, told.stdout) == (2, "")
    command = " ".join(["./lab", typed.split()[0]]).removesuffix(" strat")
    assert told.stderr.startswith("lab: ") and f"{command} --help" in told.stderr


@pytest.mark.parametrize("content", ['{"cells": [', "{}", "[]", "\x00", '{"cells": [{}]}'])
@pytest.mark.parametrize("verb", [["run", "00"], ["check"]])
def test_a_broken_notebook_is_named(clone, verb, content):
    (clone / "notebooks" / "00-start-here.ipynb").write_text(content)
    told = lab(*verb, program=clone / "lab")
    assert told.returncode == 1
    assert "00-start-here.ipynb is not a notebook" in told.stderr
    assert "Traceback" not in told.stderr


def test_an_unknown_notebook_lists_those_that_exist(clone):
    told = lab("run", "07", program=clone / "lab", folder="/")
    assert told.returncode == 1
    assert "no notebook 07" in told.stderr
    assert re.findall(r"^  (\d\d)  ", told.stderr, re.MULTILINE) == ["00", "02"]
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("number", ["2", "02"])
def test_a_number_needs_no_leading_zero(clone, number):
    assert notebooks.numbered(Project(clone), number).name == "02-event-loop-stalls.ipynb"


def test_an_incomplete_clone_is_reported_before_anything_is_built(clone):
    told = lab("start", program=clone / "lab")
    assert told.returncode == 1
    assert "lab-lib is missing" in told.stderr
    assert not (clone / ".venv").exists() and not (clone / "build").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_to_the_command_finds_its_clone(clone, tmp_path):
    (tmp_path / "lab").symlink_to(clone / "lab")
    told = lab("run", "9", program=tmp_path / "lab", folder="/")
    assert "02  event-loop-stalls" in told.stderr


def test_a_port_in_use_is_reported_with_the_way_out():
    with socket.socket() as other:
        other.bind((server.HOST, 0))
        other.listen()
        with pytest.raises(Problem) as raised:
            server.free_port(other.getsockname()[1])
    assert "in use" in str(raised.value) and "--port" in str(raised.value)


def test_without_an_option_the_next_free_port_is_used(monkeypatch):
    with socket.socket() as other:
        other.bind((server.HOST, 0))
        other.listen()
        taken = other.getsockname()[1]
        monkeypatch.setattr(server, "USUAL_PORT", taken)
        assert server.free_port() > taken


@pytest.mark.parametrize("port", [-1, 0, 65536])
def test_an_impossible_port_is_refused(port):
    with pytest.raises(Problem, match="between 1 and 65535"):
        server.free_port(port)


@pytest.mark.parametrize(
    "number, words",
    [(errno.ENOSPC, "No space"), (errno.EROFS, "Cannot write"), (errno.EACCES, "Cannot write")],
)
def test_an_error_of_the_disk_is_one_screen(number, words, monkeypatch, capsys, tmp_path):
    def refuse(project, given):
        raise OSError(number, os.strerror(number), str(tmp_path / "file"))

    monkeypatch.setattr(main, "obey", refuse)
    assert main.main(str(tmp_path), ["check"]) == 1
    said = capsys.readouterr().err
    assert words in said
    assert len(said.splitlines()) < 15


def test_too_little_disk_space_is_reported_before_the_first_set_up(tmp_path, monkeypatch):
    free = prerequisites.ROOM_NEEDED - 1
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(0, 0, free))
    with pytest.raises(Problem, match="No space"):
        prerequisites.room(Project(tmp_path))


def test_for_a_python_without_venv_the_command_is_shown(monkeypatch):
    monkeypatch.setattr(prerequisites.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Problem, match="virtual environments") as raised:
        prerequisites.venv_module()
    assert "python3-venv" in str(raised.value)


def test_a_problem_shows_what_why_and_way_out_as_paragraphs():
    assert str(problem.Problem("what", "why", "out")) == "what\n\nwhy\n\nout"
    assert str(problem.Problem("what", way_out="out")) == "what\n\nout"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other pipes")
@pytest.mark.parametrize("argument", ["clean", "--help"])
def test_a_reader_that_stops_early_ends_it_without_a_message(clone, argument):
    (clone / ".venv").mkdir()
    ours, theirs = os.pipe()
    os.close(ours)
    with os.fdopen(theirs, "wb") as closed:
        told = subprocess.run([sys.executable, clone / "lab", argument], stdout=closed,
                              stderr=subprocess.PIPE, text=True)  # fmt: skip
    assert (told.returncode, told.stderr) == (141, "")


def test_clean_removes_everything_that_the_lab_built(clone, tmp_path, monkeypatch):
    home = tmp_path / "home"
    monkeypatch.setenv("LAB_HOME", str(home))
    project = Project(clone)
    built = (project.venv, project.build, project.library / "target", home / "datasets")
    for folder in (*built, project.build / "logs"):
        folder.mkdir(parents=True)
    (home / "progress.json").write_text("{}")
    assert clean.clean(project) == 0
    assert not any(map(os.path.exists, built))
    assert (home / "progress.json").exists()


def test_clean_waits_for_a_set_up(clone, tmp_path, monkeypatch):
    monkeypatch.setenv("LAB_HOME", str(tmp_path / "home"))
    project = Project(clone)
    with lock.only_one(project):
        cleaning = threading.Thread(target=clean.clean, args=[project])
        cleaning.start()
        cleaning.join(0.3)
        assert cleaning.is_alive() and project.build.exists()
    cleaning.join(20)
    assert not project.build.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a file that is open")
def test_a_lock_whose_file_was_removed_is_taken_again(clone):
    project, taken = Project(clone), []

    def take():
        with lock.only_one(project):
            taken.append((project.build / "lab.lock").exists())

    with lock.only_one(project):
        waiting = threading.Thread(target=take)
        waiting.start()
        waiting.join(0.3)
        (project.build / "lab.lock").unlink()
    waiting.join(20)
    assert taken == [True]
