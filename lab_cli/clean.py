"""./lab clean: the clone as it was before the first start."""

import shutil

from lab_cli.project import Project


def clean(project: Project) -> int:
    for folder in (project.venv, project.build, project.library / "target"):
        if folder.exists():
            print(f"Removing {folder}")
            shutil.rmtree(folder)
    return 0
