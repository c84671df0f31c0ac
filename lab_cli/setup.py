"""Prepares the clone: Python packages, Java library, kernel. Steps that are up to date are skipped."""

import contextlib
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from lab_cli import jdk as jdks
from lab_cli import cleanlab, kernelspec, maven, prerequisites, progress, temurin, training
from lab_cli.jdk import Jdk
from lab_cli.lock import only_one
from lab_cli.problem import Problem
from lab_cli.project import Project
from lab_cli.stamp import fingerprint, matches, write_whole


@dataclass(frozen=True)
class Step:
    """Work that is skipped if its inputs have not changed since it last succeeded."""

    name: str
    label: str
    inputs: str
    work: Callable[[], None]
    needs: Callable[[], object] = lambda: None

    def is_up_to_date(self, project: Project) -> bool:
        return matches(project.stamps / self.name, self.inputs)

    def bring_up_to_date(self, project: Project) -> bool:
        stamp = project.stamps / self.name
        if self.is_up_to_date(project):
            return False
        stamp.unlink(missing_ok=True)
        with progress.timed(self.label):
            self.work()
        write_whole(stamp, self.inputs)
        return True


def ready(project: Project, with_tests: bool = False) -> Jdk:
    """Prepares everything that a notebook needs; returns the JDK that was found."""
    prerequisites.a_clone(project)
    jdk = a_jdk(project)
    with only_one(project):
        bring_up_to_date(project, [*python_steps(project, with_tests), *java_steps(project, jdk)])
        training.train_once(project, jdk)
    return jdk


def a_jdk(project: Project) -> Jdk:
    """The JDK of this machine, or one that the lab may download."""
    try:
        return jdks.find()
    except Problem as lacking:
        if not temurin.is_wanted(lacking.what, jdks.NEEDED, project.tools):
            raise
    with only_one(project):
        if not jdks.there_is_one():  # Another ./lab in this folder may have downloaded it by now.
            temurin.fetch(jdks.NEEDED, project.tools)
    return jdks.find()


def bring_up_to_date(project: Project, steps: list[Step]) -> None:
    """Checks the needs of all steps before the first step takes its minute."""
    for step in steps:
        if not step.is_up_to_date(project):
            step.needs()
    for step in steps:
        step.bring_up_to_date(project)


def prepare(project: Project, only_packages: bool) -> int:
    """An image keeps the packages in a layer of their own: they change less often than the library."""
    if not only_packages:
        ready(project)
        return 0
    with only_one(project):
        bring_up_to_date(project, python_steps(project, with_tests=False))
    return 0


def python_steps(project: Project, with_tests: bool) -> list[Step]:
    where = fingerprint(str(project.root), sys.version, sys.base_prefix)
    wanted = requirements(project)
    steps = [
        Step("python", "Python environment", where, lambda: make_venv(project),
             lambda: prerequisites.for_python(project)),
        Step("packages", "JupyterLab and the Java kernel", fingerprint(where, wanted),
             lambda: pip_install(project, wanted)),
        Step("jupyter", "JupyterLab's settings", fingerprint(where, cleanlab.SETTINGS),
             lambda: cleanlab.write(project)),
    ]  # fmt: skip
    if with_tests:
        tests = project.root / "tests" / "requirements.txt"
        steps.append(Step("test-packages", "Packages of the tests", fingerprint(where, tests),
                          lambda: pip_install(project, tests)))  # fmt: skip
    return steps


def java_steps(project: Project, jdk: Jdk) -> list[Step]:
    where = fingerprint(str(project.root), sys.base_prefix, str(jdk.home), jdk.version)
    library = fingerprint(where, project.library / "pom.xml", project.library / "src" / "main")
    kernel = fingerprint(library, kernelspec.main_sources(project), requirements(project),
                         Path(kernelspec.__file__))  # fmt: skip
    return [
        Step("library", "Java library", library, lambda: build_library(project, jdk),
             lambda: maven.command(project)),
        Step("kernel", "Java kernel", kernel, lambda: install_kernel(project, jdk)),
    ]  # fmt: skip


def requirements(project: Project) -> Path:
    return project.root / "binder" / "requirements.txt"


def make_venv(project: Project) -> None:
    shutil.rmtree(project.venv, ignore_errors=True)
    try:
        progress.run([sys.executable, "-m", "venv", project.venv], project.logs / "venv.log",
                     label="Creating the Python environment")  # fmt: skip
    except BaseException:
        shutil.rmtree(project.venv, ignore_errors=True)
        raise


def pip_install(project: Project, wanted: Path) -> None:
    command = [project.python, "-m", "pip", "install", "--disable-pip-version-check",
               "--require-hashes", "--only-binary=:all:", "-r", wanted]  # fmt: skip
    progress.run(command, project.logs / f"pip-{wanted.parent.name}.log",
                 label="Installing the Python packages")  # fmt: skip
    with contextlib.suppress(OSError):
        (project.kernelspec / "jjava-launcher.jar").unlink()


def build_library(project: Project, jdk: Jdk) -> None:
    command = [maven.command(project), "-q", "-B", "-Dmaven.test.skip=true", "package"]
    progress.run(command, project.logs / "maven.log", label="Building lab-lib",
                 cwd=project.library, env=jdk.environment())  # fmt: skip
    kernelspec.install_jars(project)


def install_kernel(project: Project, jdk: Jdk) -> None:
    kernelspec.cache(project).unlink(missing_ok=True)
    kernelspec.compile_main(project, jdk)
    kernelspec.write(project, jdk)
