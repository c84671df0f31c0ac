"""Links that open the lab on Binder; where it is published stands in binder/address.json only."""

import json
from dataclasses import dataclass

from lab_cli.problem import Problem
from lab_cli.project import Project

BADGE = "https://mybinder.org/badge_logo.svg"
FIRST = "00-start-here.ipynb"


@dataclass(frozen=True)
class Address:
    """A tag, not a branch: the image of a tag is built once, and a link keeps what it shows."""

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
            "It says where the lab is published, for the links that open it on Binder.",
            'It should look like {"owner": "...", "repository": "...", "tag": "..."}',
        ) from error
