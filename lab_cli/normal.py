"""The committed form of a notebook: stable ids, no outputs, no counts, only the kernel's metadata."""

import copy
import hashlib
import json
from pathlib import Path

from lab_cli.problem import Problem

KERNEL = {"display_name": "Java 25", "language": "java", "name": "java"}
LANGUAGE = {"file_extension": ".java", "mimetype": "text/x-java-source", "name": "java"}


def read(file: Path) -> dict:
    try:
        notebook = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise _no_notebook(file, str(error)) from error
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or not all(map(_is_cell, cells)):
        raise _no_notebook(file, "it is JSON, but without the cells of a notebook")
    return notebook


def _is_cell(cell) -> bool:
    return isinstance(cell, dict) and "cell_type" in cell and isinstance(cell.get("source"), str | list)


def _no_notebook(file: Path, why: str) -> Problem:
    return Problem(
        f"{file} is not a notebook: {why}.",
        way_out="If it is your own file, rename it. git checkout -- FILE restores the original.",
    )


def source(cell: dict) -> str:
    return cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])


def text(notebook: dict) -> str:
    """The only way to write a notebook, and the way in which JupyterLab writes it too."""
    whole = json.dumps(normal(notebook), indent=1, sort_keys=True, ensure_ascii=False)
    return whole + "\n"


def normal(notebook: dict) -> dict:
    taken: set[str] = set()
    return {
        "cells": [_cell(cell, taken) for cell in notebook["cells"]],
        "metadata": {"kernelspec": KERNEL, "language_info": LANGUAGE},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _cell(cell: dict, taken: set[str]) -> dict:
    kept = {"cell_type": cell["cell_type"], "metadata": _metadata(cell)}
    kept["source"] = source(cell).rstrip().splitlines(keepends=True)
    kept["id"] = _unique(cell, taken)
    if cell["cell_type"] == "code":
        kept.update(execution_count=None, outputs=[])
    if cell.get("attachments"):
        kept["attachments"] = copy.deepcopy(cell["attachments"])
    return kept


def _metadata(cell: dict) -> dict:
    return {"tags": cell["metadata"]["tags"]} if cell.get("metadata", {}).get("tags") else {}


def _unique(cell: dict, taken: set[str]) -> str:
    name = cell.get("id")
    salt = 0
    while not name or name in taken:
        name = hashlib.sha256(f"{salt}{source(cell)}".encode()).hexdigest()[:8]
        salt += 1
    taken.add(name)
    return name
