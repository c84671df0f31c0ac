"""JupyterLab's server ends when its standard input closes, and only then."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

# What Node does to an inherited pipe; a reader of the same pipe would then see its end.
CHILD = "import os; os.set_blocking(0, False)"
SERVER = f"""
import os, subprocess, sys
from lab_cli.inside import serve
given = serve.own_input()
subprocess.run([sys.executable, "-c", {CHILD!r}])
print(os.get_blocking(given), flush=True)
serve.end_with(given, type("Application", (), {{"stop": lambda self, from_signal: print("stopped")}})())
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has other pipes")
def test_a_child_that_changes_its_input_cannot_end_the_server():
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True
    )
    assert server.stdout.readline() == "True\n"
    assert server.communicate(timeout=60)[0] == "stopped\n"
