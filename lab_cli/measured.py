"""The memory of each notebook: ./lab run NN --record writes it, the header table shows it."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from lab_cli import form, lessons, normal, notebooks
from lab_cli.findings import Finding, at
from lab_cli.problem import Problem
from lab_cli.project import Project
from lab_cli.stamp import write_whole

PROMISED_MIB, PROMISED_CPUS = 2048, 1
NEEDS = form.HEADINGS.index("Needs")
# First comes the author's text: another notebook, or that none is needed.
SEPARATOR = " · "
TOLD = re.compile(rf"{SEPARATOR}2 GB of memory.*$")
RECORD = "./lab run {number} --record, with 1 CPU and 2 GB (CONTRIBUTING.md says how)"


@dataclass(frozen=True)
class Measurement:
    """One whole run: the peak of the kernel and its children, and an idle server measured apart."""

    notebook_mib: int
    server_mib: int
    seconds: int
    cpus: int
    limit_mib: int
    jdk: str
    date: str

    @property
    def peak_mib(self) -> int:
        return self.notebook_mib + self.server_mib

    @property
    def needs(self) -> str:
        return f"2 GB of memory (peak {self.peak_mib} MB with the server) and 1 CPU"


def file(project: Project) -> Path:
    return project.notebooks / "measured.json"


def read(project: Project) -> dict[str, Measurement]:
    """By the notebook's number."""
    try:
        kept = json.loads(file(project).read_text(encoding="utf-8"))
        return {number: Measurement(**each) for number, each in kept.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, AttributeError) as error:
        raise Problem(f"{file(project)} does not have the format of ./lab run --record ({error}).") from error


def record(project: Project, number: str, measurement: Measurement) -> None:
    kept = {key: asdict(each) for key, each in {**read(project), number: measurement}.items()}
    write_whole(file(project), json.dumps(kept, indent=1, sort_keys=True) + "\n")


def findings(project: Project):
    kept = read(project)
    for notebook in notebooks.all_of(project):
        number = notebook.name[:2]
        if number not in kept and lessons.is_draft(normal.read(notebook)["cells"]):
            print(f"  ({notebook.name} is a draft: its claim {lessons.PLACEHOLDER} is a placeholder)")
            continue
        for what in _of(notebook, kept.get(number), RECORD.format(number=number)):
            yield at(project.root, notebook, what)
    for number in sorted(kept.keys() - {file.name[:2] for file in notebooks.all_of(project)}):
        yield Finding("notebooks/measured.json", f"contains notebook {number}, which does not exist")


def _of(notebook: Path, measurement: Measurement | None, record: str):
    if not measurement:
        yield f"its memory is not measured yet: {record}"
        return
    if measurement.cpus > PROMISED_CPUS or measurement.limit_mib > PROMISED_MIB:
        yield (f"was measured with {measurement.cpus} CPUs and {measurement.limit_mib} MiB, "
               f"not as promised: {record}")  # fmt: skip
    if measurement.peak_mib > PROMISED_MIB:
        yield f"needs {measurement.peak_mib} MiB with the server; at most {PROMISED_MIB}"
    shown = normal.read(notebook)
    if told(shown, measurement) != shown:
        yield "its table does not show the measured memory: ./lab check --fix updates it"


def write(project: Project) -> None:
    kept = read(project)
    for notebook in notebooks.all_of(project):
        old = normal.read(notebook)
        new = told(old, kept[notebook.name[:2]]) if notebook.name[:2] in kept else old
        if new != old:
            write_whole(notebook, normal.text(new))
            print(f"  updated the memory in {notebook.name}")


def told(notebook: dict, measurement: Measurement) -> dict:
    """The notebook with the measurement in its header table."""
    cells = [_told(cell, measurement) if form.at_a_glance([cell]) else cell
             for cell in notebook["cells"]]  # fmt: skip
    return {**notebook, "cells": cells}


def _told(cell: dict, measurement: Measurement) -> dict:
    lines = normal.source(cell).splitlines(keepends=True)
    rows = [index for index, line in enumerate(lines) if line.lstrip().startswith("|")]
    columns = form.columns(lines[rows[2]])
    columns[NEEDS] = TOLD.sub("", columns[NEEDS]) + SEPARATOR + measurement.needs
    lines[rows[2]] = f"| {' | '.join(columns)} |" + "\n" * lines[rows[2]].endswith("\n")
    return {**cell, "source": lines if isinstance(cell["source"], list) else "".join(lines)}
