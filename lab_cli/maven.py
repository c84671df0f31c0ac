"""Maven: the one on the PATH, otherwise a pinned one that the lab downloads for itself."""

import os
import shutil
from pathlib import Path

from lab_cli import download, install
from lab_cli.download import Archive
from lab_cli.problem import Problem
from lab_cli.project import Project

VERSION = "3.9.16"
SHA512 = (
    "831a8591fe20c8243b1dbe7d71e3244f31d1665b0804b2e825e38cbbe5ce0cafb"
    "8338851f90780735568773e0a6cd07bbec107cda0b896b008b861075358b6f6"
)
APACHE = "https://archive.apache.org/dist/maven/maven-3"


def command(project: Project, environ=os.environ) -> str:
    """The Maven to run."""
    return found(project, environ) or fetched(project, environ)


def found(project: Project, environ=os.environ) -> str | None:
    """A Maven that is already on this machine."""
    own = program(project)
    return shutil.which("mvn", path=environ.get("PATH", "")) or (str(own) if own.exists() else None)


def fetched(project: Project, environ=os.environ) -> str:
    print("Maven (mvn) is not on the PATH; the lab gets its own. It builds lab-lib, the library of the notebooks.")
    try:
        download.unpack(archive(environ), project.tools)
    except Problem as problem:
        raise install.missing(problem.what, problem.why, install.MAVEN, problem.way_out) from problem
    return str(program(project))


def archive(environ=os.environ) -> Archive:
    """From Apache's archive, which keeps every release; or from the mirror of Maven Central that MVNW_REPOURL names."""
    mirror = environ.get("MVNW_REPOURL", "").rstrip("/")
    folder = f"{mirror}/org/apache/maven/apache-maven/{VERSION}" if mirror else f"{APACHE}/{VERSION}/binaries"
    address = f"{folder}/apache-maven-{VERSION}-bin.tar.gz"
    return Archive(f"Maven {VERSION}", address, "sha512", SHA512)


def program(project: Project) -> Path:
    return project.tools / f"apache-maven-{VERSION}" / "bin" / ("mvn.cmd" if os.name == "nt" else "mvn")
