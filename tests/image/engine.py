"""The installed container tool, used with options that docker, podman and buildah all support."""

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

BUILD_LIMIT, STEP_LIMIT = 1200, 400
# The limits of Binder, and no network, so that downloads fail.
CONFINED = ("--network=none", "--memory=2g", "--memory-swap=2g", "--cpus=1",
            "--cap-drop=all", "--security-opt=no-new-privileges")  # fmt: skip
# The proxies and certificates of this machine, if any; only builds get them.
OF_THIS_MACHINE = {
    "/etc/pip.conf": "/etc/pip.conf",
    "~/.config/pip/pip.conf": "/root/.config/pip/pip.conf",
    "~/.pip/pip.conf": "/root/.pip/pip.conf",
    "~/.m2/settings.xml": "/root/.m2/settings.xml",
}


class Failed(Exception):
    """A command of the container tool failed; its output is the message."""


@dataclass(frozen=True)
class Engine:
    """Runs in its own folder: podman's monitor writes a file there when memory runs out."""

    name: str
    folder: Path

    def call(self, *arguments: str, limit: int = STEP_LIMIT, given: str | None = None) -> str:
        done = subprocess.run(
            [self.name, *map(str, arguments)], cwd=self.folder, input=given or "", text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=limit,
        )  # fmt: skip
        if done.returncode:
            what = f"{self.name} {arguments[0]} ended with {done.returncode}"
            raise Failed(f"{what}:\n{done.stdout[-4000:]}")
        return done.stdout

    def works(self) -> bool:
        try:
            return bool(shutil.which(self.name) and self.call("info", limit=60))
        except (Failed, OSError, subprocess.TimeoutExpired):
            return False

    def fetch(self, base: str) -> None:
        """Uses the image in local storage, or else pulls it from its registry."""
        try:
            self.call("inspect", "--type=image", base)
        except Failed:
            self.call("pull", base, limit=BUILD_LIMIT)

    def build(self, folder: Path, tag: str) -> float:
        """Returns the build time in seconds; unchanged steps come from the build cache."""
        began = time.monotonic()
        self.call("build", *self._reaching_registries(), "--tag", tag, folder, limit=BUILD_LIMIT)
        return time.monotonic() - began

    def _reaching_registries(self) -> list[str]:
        """Docker's builder has no mounts; it reads proxies from the environment, as podman does."""
        if self.name == "docker":
            return []
        files = {Path(here).expanduser(): there for here, there in OF_THIS_MACHINE.items()}
        return [f"--volume={here}:{there}:ro" for here, there in files.items() if here.is_file()]

    @property
    def runs(self) -> bool:
        """Buildah only builds; it does not run containers like the other tools."""
        return self.name != "buildah"

    def about(self, image: str, form: str) -> str:
        return self.call("image", "inspect", "--format", form, image).strip()

    def run(self, image: str, *command: str, options=(), given: str | None = None) -> str:
        """Runs the command in a container that ends with the command."""
        how = ("--rm", "--interactive", *CONFINED, *options)
        return self.call("run", *how, image, *command, given=given)

    def start(self, image: str, *command: str, options=()) -> "Container":
        started = self.call("run", "--detach", *CONFINED, *options, image, *command)
        return Container(self, started.split()[-1])


class Container:
    """Runs until it is removed."""

    def __init__(self, engine: Engine, name: str):
        self.engine, self.name = engine, name

    def __enter__(self) -> "Container":
        return self

    def __exit__(self, *_) -> None:
        self.engine.call("rm", "--force", "--volumes", self.name)

    def run(self, *command: str, given: str | None = None) -> str:
        return self.engine.call("exec", "--interactive", self.name, *command, given=given)

    def log(self) -> str:
        return self.engine.call("logs", self.name)


def found(folder: Path) -> Engine | None:
    chosen = os.environ.get("LAB_CONTAINER_TOOL")
    names = [chosen] if chosen else ["docker", "podman", "buildah"]
    engines = (Engine(name, folder) for name in names)
    return next((engine for engine in engines if engine.works()), None)
