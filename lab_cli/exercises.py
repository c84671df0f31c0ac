"""Exercises are folders of resources; what the notebook shows must be what the tests execute."""

import re
from pathlib import Path

from lab_cli import form, normal, notebooks
from lab_cli.findings import Finding, at
from lab_cli.project import Project

NAMED = re.compile(r"\d\d\.\d+")


def all_of(project: Project) -> list[Path]:
    return sorted(folder for folder in project.exercises.glob("*") if NAMED.fullmatch(folder.name))


def argument(cells, exercise: str) -> str | None:
    """What the notebook hands to check("NN.k", ...)."""
    for source in form.code(cells):
        found = re.search(rf'check\("{re.escape(exercise)}",\s*(.+)\)\s*;?\s*$', source, re.MULTILINE)
        if found:
            return found.group(1)
    return None


def notebook_of(project: Project, exercise: str) -> Path | None:
    return next((file for file in notebooks.all_of(project) if file.name[:2] == exercise[:2]), None)


def findings(project: Project) -> list[Finding]:
    return [finding for folder in all_of(project) for finding in _of(project, folder)]


def _of(project: Project, folder: Path):
    for needed in ("starter.java", "hint1.md", "solution.java", "wrong1.java"):
        if not (folder / needed).exists() or not (folder / needed).read_text("utf-8").strip():
            yield at(project.root, folder, f"{needed} is missing or empty")
    notebook = notebook_of(project, folder.name)
    if not notebook:
        yield at(project.root, folder, f"no notebook has the number {folder.name[:2]}")
        return
    cells = normal.read(notebook)["cells"]
    if not argument(cells, folder.name):
        yield at(project.root, notebook, f'no cell says check("{folder.name}", ...)')
    starter = folder / "starter.java"
    if starter.exists() and starter.read_text("utf-8").strip() not in map(str.strip, form.code(cells)):
        yield at(project.root, notebook, f"no cell is the starter of exercise {folder.name}")
