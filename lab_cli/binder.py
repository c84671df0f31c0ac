"""Links that open the lab on Binder. Only binder/address.json says where it is published."""

import json
import re
import subprocess
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from lab_cli.problem import Problem
from lab_cli.project import Project
from lab_cli.stamp import write_whole

BADGE = "https://mybinder.org/badge_logo.svg"
FIRST = "00-start-here.ipynb"
UNKNOWN = "OWNER"
NO_LINKS = "*The links appear here once `./lab check --fix` has run in a clone from GitHub.*"
GITHUB = re.compile(r"github\.com[:/]([\w.-]+)/([\w.-]+?)(?:\.git)?/?$")


@dataclass(frozen=True)
class Address:
    """A tag, not a branch: Binder builds the image of a tag once, and a link keeps its content."""

    owner: str
    repository: str
    tag: str

    @property
    def is_known(self) -> bool:
        return self.owner != UNKNOWN

    def of(self, notebook: str) -> str:
        return (f"https://mybinder.org/v2/gh/{self.owner}/{self.repository}/{self.tag}"
                f"?urlpath=lab/tree/notebooks/{notebook}")  # fmt: skip

    def badge(self) -> str:
        if not self.is_known:
            return NO_LINKS
        return f"[![Open the lab on Binder]({BADGE})]({self.of(FIRST)})"


def complete(project: Project) -> None:
    """Takes owner and repository from the clone's remote, where the file does not say them."""
    here, there = address(project), remote(project)
    if not here.is_known and there:
        known = replace(here, owner=there[0], repository=there[1])
        write_whole(file_of(project), json.dumps(asdict(known), indent=1) + "\n")


def remote(project: Project) -> tuple[str, str] | None:
    """Owner and repository on GitHub; None without git, or for another remote."""
    command = ["git", "-C", str(project.root), "remote", "get-url", "origin"]
    try:
        told = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return None
    found = GITHUB.search(told.stdout.strip())
    return found and found.groups()


def file_of(project: Project) -> Path:
    return project.root / "binder" / "address.json"


def address(project: Project) -> Address:
    file = file_of(project)
    try:
        return Address(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise Problem(
            f"binder/address.json cannot be read: {error}",
            "This file says where the lab is published. The links to Binder need it.",
            'It should look like {"owner": "...", "repository": "...", "tag": "..."}',
        ) from error
