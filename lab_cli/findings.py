"""What a check found."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Finding:
    """One thing to change, at one place."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"  {self.place}: {self.what}"


def at(root: Path, file: Path, what: str, spot: str = "") -> Finding:
    place = file.relative_to(root).as_posix()
    return Finding(f"{place}{spot}", what)
