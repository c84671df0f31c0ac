"""./lab clean brings the clone back to its state before the first start."""

import os
import shutil
from pathlib import Path

from lab_cli.lock import only_one
from lab_cli.project import Project


def clean(project: Project) -> int:
    with only_one(project):
        remove(project.venv)
        remove(project.library / "target")
        remove(datasets())
        if os.name != "nt":
            remove(project.build)
    if os.name == "nt":  # Windows removes the lock file only after it is closed.
        remove(project.build)
    return 0


def datasets() -> Path:
    """The large files that notebooks have generated. The learner's progress, beside them, stays."""
    home = os.environ.get("LAB_HOME") or Path.home() / ".latency-lab"
    return Path(home) / "datasets"


def remove(folder: Path) -> None:
    if folder.exists():
        print(f"Removing {folder}")
        shutil.rmtree(folder)
