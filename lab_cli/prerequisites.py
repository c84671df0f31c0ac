"""What the machine needs before the lab can set itself up."""

import importlib.util
import shutil

from lab_cli import install
from lab_cli.problem import Problem, disk_full
from lab_cli.project import Project

ROOM_NEEDED = 900 * 1024 * 1024


def for_python(project: Project) -> None:
    room(project)
    venv_module()


def venv_module() -> None:
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    raise install.missing(
        "This Python cannot create virtual environments (its venv or ensurepip module is missing).",
        "JupyterLab is installed into the lab's own folder, never into the Python of your system.",
        install.VENV,
    )


def room(project: Project) -> None:
    """Checks the disk before the first set-up, not when it is full."""
    if not project.venv.exists() and shutil.disk_usage(project.root).free < ROOM_NEEDED:
        raise disk_full(project.root)


def a_clone(project: Project) -> None:
    if not (project.library / "pom.xml").exists():
        raise Problem(
            f"lab-lib is missing in {project.root}",
            "The lab command works only inside a complete clone of the project.",
            "Clone the project again, or run: git checkout -- .",
        )
