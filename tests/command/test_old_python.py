"""A Python that is too old must be able to read the file that reports this."""

import ast
import runpy
import subprocess
import sys

import pytest

from tests.conftest import ROOT

SOURCE = (ROOT / "lab").read_text(encoding="utf-8")


@pytest.mark.parametrize("minor", range(4, 11))
def test_its_grammar_is_old_enough(minor):
    ast.parse(SOURCE, feature_version=(3, minor))


def test_it_uses_no_syntax_of_newer_grammars():
    tree = ast.parse(SOURCE)
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match, ast.AsyncFunctionDef)
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []


def test_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit) as raised:
        runpy.run_path(str(ROOT / "lab"), run_name="__main__")
    said = str(raised.value.code)
    assert "Python 3.9" in said and "3.11 or newer" in said
    assert "apt install" in said and "py lab start" in said
    assert len(said.splitlines()) <= 15


@pytest.mark.skipif(sys.platform == "win32", reason="there py picks the newest Python itself")
def test_a_newer_python_on_the_path_takes_over(tmp_path):
    newer = tmp_path / "python3.19"
    newer.write_text(f'#!/bin/sh\necho "took over: $2"\n')
    newer.chmod(0o755)
    pretend = (
        "import sys, runpy; sys.version_info = (3, 9, 2); "
        f"sys.argv = ['lab', 'check']; runpy.run_path({str(ROOT / 'lab')!r}, run_name='__main__')"
    )
    told = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True,
                          env={"PATH": f"{tmp_path}:/bin:/usr/bin"})  # fmt: skip
    assert told.stdout == "took over: check\n"
