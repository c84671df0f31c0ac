"""What went wrong, said so that a person can go on."""

import errno
import os
import shutil
from pathlib import Path

NO_ROOM = 1024 * 1024


class Problem(Exception):
    """One screen: what happened, why it matters, the way out."""

    def __init__(self, what: str, why: str = "", way_out: str = ""):
        super().__init__(what)
        self.what, self.why, self.way_out = what, why, way_out

    def __str__(self) -> str:
        return "\n\n".join(part for part in (self.what, self.why, self.way_out) if part)


def from_system(error: OSError, root) -> Problem:
    """Turns what the operating system refused into words."""
    place = error.filename or root
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", -1)):
        return disk_full(root)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return not_writable(place, root)
    return Problem(f"{error.strerror or error}: {place}")


def disk_full(root) -> Problem:
    where = " and ".join(map(str, without_room(root) or [root]))
    return Problem(
        "No space is left on the disk.",
        "The lab keeps its Python packages and its Java library beside the notebooks (about 1 GB);"
        "\npip and Maven use the folder for temporary files and your home as well.",
        f"Free some space where {where} is, then run the same command again: "
        "steps that were complete are not repeated.",
    )


def without_room(root) -> list[Path]:
    """Those that are full of the folders that may lie on disks of their own."""
    temporary = os.environ.get("TMPDIR", "/tmp")
    return [place for place in (Path(root), Path(temporary), Path.home()) if _is_full(place)]


def _is_full(place: Path) -> bool:
    try:
        return shutil.disk_usage(place).free < NO_ROOM
    except OSError:
        return False


def not_writable(place, root) -> Problem:
    return Problem(
        f"Cannot write {place}",
        "The lab installs everything inside its own folder and needs to write there.",
        f"Use a copy of {root} that belongs to you, or change its permissions.",
    )
