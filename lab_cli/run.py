"""./lab run NN: a notebook executed from a clean kernel, without a browser."""

import subprocess
from pathlib import Path

from lab_cli import learner, notebooks, setup
from lab_cli.project import Project


def run(project: Project, number: str, out: Path | None, quick: bool) -> int:
    notebook = notebooks.numbered(project, number)
    setup.ready(project)
    folder = (out or project.build / "executed").absolute()
    command = [project.python, "-m", "lab_cli.inside.execute", notebook, folder]
    with learner.nobody(project, quick) as environment:
        return subprocess.run([str(part) for part in command], env=environment).returncode
