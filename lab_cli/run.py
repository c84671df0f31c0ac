"""./lab run NN runs a notebook in a new kernel, without a browser."""

import subprocess
from pathlib import Path

from lab_cli import learner, normal, notebooks, setup
from lab_cli.problem import Problem
from lab_cli.project import Project


def run(project: Project, number: str, out: Path | None, quick: bool, record: bool) -> int:
    if quick and record:
        raise Problem("--record keeps the memory of a full run: leave out --quick.")
    notebook = notebooks.numbered(project, number)
    normal.read(notebook)  # An error is reported now, not after a minute of set-up.
    setup.ready(project)
    folder = (out or project.build / "executed").absolute()
    command = [project.python, "-m", "lab_cli.inside.execute", notebook, folder]
    command += ["--record"] if record else []
    with learner.nobody(project, quick) as environment:
        return subprocess.run([str(part) for part in command], env=environment).returncode
