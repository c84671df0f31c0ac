"""Notebooks by their number."""

import re
from pathlib import Path

from lab_cli.problem import Problem
from lab_cli.project import Project

NAMED = re.compile(r"(\d\d)-[a-z0-9-]+\.ipynb")


def all_of(project: Project) -> list[Path]:
    return sorted(file for file in project.notebooks.glob("*.ipynb") if NAMED.fullmatch(file.name))


def numbered(project: Project, number: str) -> Path:
    """The notebook with this number; 2 and 02 are the same."""
    for notebook in all_of(project):
        if number.isdigit() and int(notebook.name[:2]) == int(number):
            return notebook
    existing = "\n".join(f"  {file.name[:2]}  {file.stem[3:]}" for file in all_of(project))
    raise Problem(f"There is no notebook {number}.", f"These exist:\n{existing or '  (none)'}")
