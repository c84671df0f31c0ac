"""The kernel's start-up cache keeps classes that a training run has loaded (JDK 25's AOT cache)."""

import os
from pathlib import Path

from lab_cli import kernelspec, progress
from lab_cli.jdk import Jdk
from lab_cli.problem import Problem
from lab_cli.project import Project
from lab_cli.stamp import fingerprint, matches, write_whole

LIMIT = 180


def train_once(project: Project, jdk: Jdk) -> None:
    """Tries once for each build of the kernel. Without the cache, the kernel only starts slower."""
    stamp = project.stamps / "cache"
    built = fingerprint(project.stamps / "kernel", project.root / "lab_cli" / "inside" / "train.py")
    if matches(stamp, built) or not (project.kernelspec / "lab-kernel.jar").exists():
        return
    try:
        with progress.timed("The kernel's start-up cache"):
            make(project, jdk)
    except Problem:
        where = log(project).relative_to(project.root).as_posix()
        print(f"  (no start-up cache: the training failed, see {where}; the kernel starts slower)")
    kernelspec.write(project, jdk)
    write_whole(stamp, built)


def log(project: Project) -> Path:
    return project.logs / "training.log"


def make(project: Project, jdk: Jdk) -> None:
    part = kernelspec.cache(project).with_suffix(".part")
    command = kernelspec.command(project, jdk, [f"-XX:AOTCacheOutput={part}"])
    try:
        progress.run([project.python, "-m", "lab_cli.inside.train", str(LIMIT), *command], log(project),
                     label="Training", cwd=project.root)  # fmt: skip
        os.replace(part, kernelspec.cache(project))
    except OSError as error:
        raise Problem(f"the cache was not written ({error.strerror}).") from error
    finally:
        for left in (part, part.with_suffix(".part.config")):
            left.unlink(missing_ok=True)
