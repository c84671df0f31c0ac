"""Links that open the lab on Binder. Only binder/address.json says where it is published."""

import json
from dataclasses import dataclass

from lab_cli.problem import Problem
from lab_cli.project import Project

BADGE = "https://mybinder.org/badge_logo.svg"
FIRST = "00-start-here.ipynb"


@dataclass(frozen=True)
class Address:
    """A tag, not a branch: Binder builds the image of a tag once, and a link keeps its content."""

    owner: str
    repository: str
    tag: str

    def of(self, notebook: str) -> str:
        return (f"https://mybinder.org/v2/gh/{self.owner}/{self.repository}/{self.tag}"
                f"?urlpath=lab/tree/notebooks/{notebook}")  # fmt: skip

    def badge(self) -> str:
        return f"[![Open the lab on Binder]({BADGE})]({self.of(FIRST)})"


def address(project: Project) -> Address:
    file = project.root / "binder" / "address.json"
    try:
        return Address(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise Problem(
            f"binder/address.json cannot be read: {error}",
            "This file says where the lab is published. The links to Binder need it.",
            'It should look like {"owner": "...", "repository": "...", "tag": "..."}',
        ) from error
