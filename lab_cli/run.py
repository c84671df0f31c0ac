"""./lab run NN: a notebook executed from a clean kernel, without a browser."""

import subprocess
from pathlib import Path

from lab_cli import learner, normal, notebooks, setup
from lab_cli.problem import Problem
from lab_cli.project import Project


def run(project: Project, number: str, out: Path | None, quick: bool, record: bool) -> int:
    if quick and record:
        raise Problem("--record keeps what a whole run needed: leave --quick out.")
    notebook = notebooks.numbered(project, number)
    normal.read(notebook)  # Said now, not after a minute of set-up.
    setup.ready(project)
    folder = (out or project.build / "executed").absolute()
    command = [project.python, "-m", "lab_cli.inside.execute", notebook, folder]
    command += ["--record"] if record else []
    with learner.nobody(project, quick) as environment:
        return subprocess.run([str(part) for part in command], env=environment).returncode
