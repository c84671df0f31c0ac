"""The places of files and folders."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """The folders of the clone. The lab writes only to .venv, build and lab-lib/target."""

    root: Path

    @property
    def notebooks(self) -> Path:
        return self.root / "notebooks"

    @property
    def library(self) -> Path:
        return self.root / "lab-lib"

    @property
    def exercises(self) -> Path:
        return self.library / "src" / "main" / "resources" / "lab" / "course"

    @property
    def dockerfile(self) -> Path:
        return self.root / "Dockerfile"

    @property
    def binders_dockerfile(self) -> Path:
        return self.root / "binder" / "Dockerfile"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def kernelspec(self) -> Path:
        return self.venv / "share" / "jupyter" / "kernels" / "java"

    @property
    def stamps(self) -> Path:
        return self.venv / "stamps"

    @property
    def build(self) -> Path:
        return self.root / "build"

    @property
    def tools(self) -> Path:
        """A JDK and a Maven of the lab's own, where the machine has none."""
        return self.build / "tools"

    @property
    def logs(self) -> Path:
        return self.build / "logs"
