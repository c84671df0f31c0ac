"""Errors that tell a person how to continue."""

import errno
import os
import shutil
from pathlib import Path

NO_ROOM = 1024 * 1024


class Problem(Exception):
    """One screen: what happened, why it matters, what to do."""

    def __init__(self, what: str, why: str = "", way_out: str = ""):
        super().__init__(what)
        self.what, self.why, self.way_out = what, why, way_out

    def __str__(self) -> str:
        return "\n\n".join(part for part in (self.what, self.why, self.way_out) if part)


def from_system(error: OSError, root) -> Problem:
    """Explains an error of the operating system."""
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
        "The lab keeps its Python packages and its Java library next to the notebooks (about 1 GB)."
        "\npip and Maven also use the folder for temporary files and your home folder.",
        f"Free some space on the disk of {where}, then run the same command again. "
        "Completed steps are not repeated.",
    )


def without_room(root) -> list[Path]:
    """The folders on full disks; each of them may be on a disk of its own."""
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
        "The lab installs everything in its own folder, so it must be able to write there.",
        f"Use your own copy of {root}, or change its permissions.",
    )
